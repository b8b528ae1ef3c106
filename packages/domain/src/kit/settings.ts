import { parse } from 'ini'

/** The `app.ini` of a tenant, as it is kept: the values of each name, as they are written. */
export type Settings = ReadonlyMap<string, readonly string[]>

/** A setting that a tenant's `app.ini` may have. */
export interface Setting<T = unknown> {
  /** The section and the key: `webhooks.max_endpoints`. */
  readonly name: string
  /** Whether it may stand there several times, as `name[] = …`. */
  readonly list: boolean
  /** Throws what is wrong with a value that is about to be kept. */
  readonly check: (value: string) => void
  /** The meaning of the values, of which there is at least one. */
  readonly read: (values: readonly string[]) => T
  /** The value of a setting that is not set. */
  readonly otherwise: T
}

/** A line of an `app.ini` that cannot be taken. Lines count from 1. */
export class SettingsError extends Error {
  readonly line: number
  constructor(line: number, message: string) {
    super(`app.ini line ${line}: ${message}`)
    this.name = 'SettingsError'
    this.line = line
  }
}

/** A setting that is a number, which `pattern` admits and which is told as `what` where it does not. */
export const numberSetting = <T extends number | undefined>(
  name: string,
  { pattern, what, otherwise }: { pattern: RegExp; what: string; otherwise: T },
): Setting<number | T> => ({
  name,
  list: false,
  check(value) {
    if (!pattern.test(value)) throw new Error(`${value} is not ${what}`)
  },
  read: (values) => Number(values.at(-1)),
  otherwise,
})

/** A setting that is a list, empty unless set. */
export const listSetting = (
  name: string,
  check: (value: string) => void,
): Setting<readonly string[]> => ({
  name,
  list: true,
  check,
  read: (values) => values,
  otherwise: [],
})

/** The meaning of a setting for a tenant. */
export function settingOf<T>(settings: Settings, setting: Setting<T>): T {
  const values = settings.get(setting.name)
  return values === undefined ? setting.otherwise : setting.read(values)
}

/**
 * The settings in a text that was kept. It passed the rules of its time, and may not pass those of today:
 * a tenant does not stop for that.
 */
export function readSettings(text: string): Settings {
  const values = new Map<string, readonly string[]>()
  gather(parse(text), '', values)
  return values
}

/** `cors.allowed_origins[]` at the top means the same as `allowed_origins[]` below `[cors]`. */
function gather(ini: object, prefix: string, values: Map<string, readonly string[]>): void {
  for (const [key, value] of Object.entries(ini) as [string, unknown][]) {
    if (Array.isArray(value)) values.set(prefix + key, value.map(String))
    else if (typeof value === 'object' && value !== null) gather(value, `${prefix}${key}.`, values)
    else values.set(prefix + key, [String(value)])
  }
}

/**
 * The settings in the text of an `app.ini` that is about to be kept. Every line is held against the
 * settings that exist, so that a misspelt one is refused instead of ignored. Throws `SettingsError` with
 * the line.
 */
export function parseSettings(text: string, known: ReadonlyMap<string, Setting>): Settings {
  let section = ''
  const lines = new Map<string, number>()
  text.split(/\r?\n/).forEach((line, i) => {
    section = checkLine(line.trim(), i + 1, section, lines, known)
  })
  return readSettings(text)
}

/** Answers the section that the next line belongs to. `lines` tells where each name stood before. */
function checkLine(
  text: string,
  number: number,
  section: string,
  lines: Map<string, number>,
  known: ReadonlyMap<string, Setting>,
): string {
  if (text === '' || text.startsWith(';') || text.startsWith('#')) return section
  const header = /^\[([^\]]+)\]$/.exec(text)
  if (header) return header[1] as string
  const pair = /^([^=]+?)\s*=\s*(.*)$/.exec(text)
  if (!pair) throw new SettingsError(number, `expected key = value, found ${text}`)
  const name = [section, (pair[1] as string).replace(/\[\]$/, '')].filter(Boolean).join('.')
  const setting = known.get(name)
  if (!setting)
    throw new SettingsError(
      number,
      `unknown key ${name}; known are ${[...known.keys()].join(', ')}`,
    )
  if (setting.list !== (pair[1] as string).endsWith('[]'))
    throw new SettingsError(number, setting.list ? `write ${name}[] = …` : `${name} is not a list`)
  const before = lines.get(name)
  if (before !== undefined && !setting.list)
    throw new SettingsError(number, `${name} stands in line ${before} already`)
  lines.set(name, number)
  try {
    setting.check((parse(`value=${pair[2]}`) as { value: string }).value)
  } catch (error) {
    throw new SettingsError(number, (error as Error).message)
  }
  return section
}
