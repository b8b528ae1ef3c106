import { reader, type Database } from '@mobieus/db'
import { findReady } from '../scorm-packages/scorm-packages.store.ts'
import { findFile } from '../scorm-packages/package-files.store.ts'
import type { PackageItem } from '../scorm/manifest/package-manifest.ts'
import { offersOf, type Offers } from '../scorm/play/control-modes.rules.ts'
import { shownStates } from './activity-outcome.rules.ts'
import type { NamedLaunch } from './launch-tokens.ts'
import { findLaunch } from './launches.store.ts'
import { listRuns } from './runs.store.ts'

/** A launch as its player shows it. */
export interface ShownPlay {
  readonly title: string
  readonly items: readonly PackageItem[]
  readonly states: ReturnType<typeof shownStates>
  readonly offers: Offers
}

/** The package of a launch, with how far its items have come; `undefined` where it is over. */
export async function findPlay(db: Database, named: NamedLaunch): Promise<ShownPlay | undefined> {
  const { tenantId, launchId } = named
  const partition = { tx: reader(db, tenantId), tenantId }
  const launch = await findLaunch(partition, launchId)
  const ready = launch && (await findReady(partition, launch.package_id))
  if (!ready) return undefined
  const { manifest, title } = ready
  const states = shownStates(manifest, await listRuns(partition, launch))
  return { title, items: manifest.items, states, offers: offersOf(manifest) }
}

/** A file of the package of a launch: the object that it is in, and its place there. */
export async function findPlayedFile(
  db: Database,
  { tenantId, packageId }: NamedLaunch,
  path: string,
) {
  const partition = { tx: reader(db, tenantId), tenantId }
  return findFile(partition, packageId, path)
}
