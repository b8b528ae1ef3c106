/** The standards that packages follow. */
export type Standard = 'scorm_1_2' | 'scorm_2004_3rd' | 'scorm_2004_4th' | 'cmi5'

/** A thing that was mended or left out in reading a package. */
export interface Warning {
  readonly code: string
  /** The item, resource or file that it is about. */
  readonly subject: string
  readonly message: string
}

/** A part of a package: a heading, or something that can be launched. */
export interface PackageItem {
  readonly identifier: string
  readonly title: string
  /** `sco` speaks with the run-time, an `asset` does not, an `au` is cmi5's; `null` is a heading. */
  readonly kind: 'sco' | 'asset' | 'au' | null
  /** The address below the package, or an absolute one that is external. */
  readonly launch: string | null
  readonly is_external: boolean
  readonly is_visible: boolean
  /** The least score that passes: per cent in SCORM 1.2, 0 to 1 in cmi5. */
  readonly mastery_score: number | null
  readonly max_time_allowed: string | null
  readonly time_limit_action: string | null
  readonly launch_data: string | null
  /** Identifiers of items that come first, in AICC's script. */
  readonly prerequisites: string | null
  readonly completion_threshold: Json | null
  readonly sequencing: Json | null
  /** The rest of what run-times ask for: `hideLMSUI`, shared data, and cmi5's launch. */
  readonly others: Json
  readonly items: readonly PackageItem[]
}

export type Json = { readonly [key: string]: unknown }

/** A manifest as it is kept. */
export interface PackageManifest {
  readonly standard: Standard
  /** The version as its file says it. */
  readonly schema_version: string | null
  readonly identifier: string
  readonly title: string
  readonly sequencing: Json | null
  readonly items: readonly PackageItem[]
}

/** A manifest that was read, or why it was not. */
export type ReadManifest =
  | { readonly manifest: PackageManifest; readonly warnings: readonly Warning[] }
  | { readonly fault: string; readonly message: string }

/** The files of a package, by their paths. */
export interface PackageFiles {
  has(path: string): boolean
  /** The path of a file whose letters differ in their case alone. */
  inAnyCase(path: string): string | undefined
}

/** All items of a package in the order of its file. */
export const itemsOf = (items: readonly PackageItem[]): PackageItem[] =>
  items.flatMap((item) => [item, ...itemsOf(item.items)])

/** The items of a package that can be launched. */
export const launchableOf = ({ items }: PackageManifest): PackageItem[] =>
  itemsOf(items).filter(({ launch }) => launch !== null)
