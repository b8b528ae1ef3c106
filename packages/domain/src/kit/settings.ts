import { parse } from 'ini'

/** What a tenant may set in its `app.ini`. */
export interface Settings {
  /** Origins that browsers may call from; empty means any. */
  readonly allowedOrigins: readonly string[]
  /** Requests a minute of keys that have no limit of their own; 0 means unlimited. */
  readonly requestsPerMinute: number | undefined
  /** Failed attempts in a row that disable a webhook endpoint; 0 means never. */
  readonly webhookFailureLimit: number | undefined
  /** Hours since the first of them after which they do. */
  readonly webhookFailureHours: number | undefined
  /** Webhook endpoints that the tenant may have, in each partition. */
  readonly webhookEndpointLimit: number | undefined
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

interface Setting {
  readonly list: boolean
  /** Throws what is wrong with the value. */
  readonly check: (value: string) => void
}

const settings: Readonly<Record<string, Setting>> = {
  'cors.allowed_origins': { list: true, check: checkOrigin },
  'rate_limit.requests_per_minute': { list: false, check: checkLimit },
  'webhooks.disable_after_failures': { list: false, check: checkCount },
  'webhooks.disable_after_hours': { list: false, check: checkHours },
  'webhooks.max_endpoints': { list: false, check: checkCeiling },
}

function checkOrigin(value: string): void {
  const url = URL.canParse(value) ? new URL(value) : undefined
  // A star is no pattern here, and no browser sends one.
  if (!url || !SENT.test(url.protocol) || value.includes('*'))
    throw new Error(`${value} is not an origin such as https://app.example.com`)
  // Apps call from schemes of their own, for which URL knows no origin.
  const origin = url.origin === 'null' ? `${url.protocol}//${url.host.toLowerCase()}` : url.origin
  if (origin !== value) throw new Error(`${value} is not an origin; write it as ${origin}`)
}

/** Schemes that stand in an Origin header. */
const SENT = /^(?!(?:about|blob|data|file|ftp|javascript|wss?):)/

function checkLimit(value: string): void {
  if (!/^(?:0|[1-9]\d{0,8})$/.test(value)) throw new Error(`${value} is not a number of requests`)
}

function checkCount(value: string): void {
  if (!/^(?:0|[1-9]\d{0,5})$/.test(value)) throw new Error(`${value} is not a number of failures`)
}

function checkHours(value: string): void {
  if (!/^(?:0|[1-9]\d{0,3})$/.test(value)) throw new Error(`${value} is not a number of hours`)
}

function checkCeiling(value: string): void {
  if (!/^(?:[1-9]\d{0,3}|10000)$/.test(value))
    throw new Error(`${value} is not a number of endpoints from 1 to 10000`)
}

/**
 * The settings in the text of an `app.ini` that is about to be kept. Every line is held against the
 * settings that exist, so that a misspelt one is refused instead of ignored. Throws `SettingsError` with
 * the line.
 */
export function parseSettings(text: string): Settings {
  let section = ''
  const lines = new Map<string, number>()
  text.split(/\r?\n/).forEach((line, i) => {
    section = checkLine(line.trim(), i + 1, section, lines)
  })
  return readSettings(text)
}

/**
 * The settings in a text that was kept. It passed the rules of its time, and may not pass those of today:
 * a tenant does not stop for that.
 */
export function readSettings(text: string): Settings {
  const { cors, rate_limit: rate, webhooks } = unflatten(parse(text))
  const limit = rate?.requests_per_minute
  const failures = webhooks?.disable_after_failures
  const hours = webhooks?.disable_after_hours
  const endpoints = webhooks?.max_endpoints
  return {
    allowedOrigins: [cors?.allowed_origins ?? []].flat(),
    requestsPerMinute: limit === undefined ? undefined : Number(limit),
    webhookFailureLimit: failures === undefined ? undefined : Number(failures),
    webhookFailureHours: hours === undefined ? undefined : Number(hours),
    webhookEndpointLimit: endpoints === undefined ? undefined : Number(endpoints),
  }
}

/** Answers the section that the next line belongs to. `lines` tells where each name stood before. */
function checkLine(
  text: string,
  number: number,
  section: string,
  lines: Map<string, number>,
): string {
  if (text === '' || text.startsWith(';') || text.startsWith('#')) return section
  const header = /^\[([^\]]+)\]$/.exec(text)
  if (header) return header[1] as string
  const pair = /^([^=]+?)\s*=\s*(.*)$/.exec(text)
  if (!pair) throw new SettingsError(number, `expected key = value, found ${text}`)
  const name = [section, (pair[1] as string).replace(/\[\]$/, '')].filter(Boolean).join('.')
  const setting = Object.hasOwn(settings, name) ? settings[name] : undefined
  if (!setting)
    throw new SettingsError(
      number,
      `unknown key ${name}; known are ${Object.keys(settings).join(', ')}`,
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

type Flat = Record<string, unknown>

/** `cors.allowed_origins[]` at the top means the same as `allowed_origins[]` below `[cors]`. */
function unflatten(ini: Flat): {
  cors?: { allowed_origins?: string | string[] }
  rate_limit?: { requests_per_minute?: string }
  webhooks?: {
    disable_after_failures?: string
    disable_after_hours?: string
    max_endpoints?: string
  }
} {
  const nested: Record<string, Flat> = {}
  for (const [key, value] of Object.entries(ini)) {
    const [group, name] = key.split('.') as [string, string | undefined]
    nested[group] = { ...nested[group], ...(name ? { [name]: value } : (value as Flat)) }
  }
  return nested
}
