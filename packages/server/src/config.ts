import path from 'node:path'
import type { StatementsWish } from '@mobieus/db'
import type { StorageConfig } from '@mobieus/domain'
import pino from 'pino'

/** What the server is told from outside; `readConfig` says which variable is which. */
export interface ServerConfig {
  readonly production: boolean
  readonly port: number
  /** Hosts whose subdomains are tenants: `mobieus.io` makes `demo.mobieus.io` the tenant demo. */
  readonly baseDomains: readonly string[]
  /** Encrypts, signs cursors and derives the database role's password. */
  readonly appSecret: string
  /** What it was before: opens what is older, and makes nothing. */
  readonly previousSecrets: readonly string[]
  /** Bearer token that `/metrics` asks for; without one it answers only outside production. */
  readonly metricsToken: string | undefined
  /** Requests a minute of a key when neither it nor its tenant says otherwise. */
  readonly requestsPerMinute: number
  /** Webhooks may lead to private addresses and over plain HTTP; never in production. */
  readonly webhookAllowPrivate: boolean
  readonly logLevel: string
  /** The most connections to the database that one process opens for its requests, or for its jobs. */
  readonly poolSize: number
  /** Whether statements are prepared once for each connection; found out where it is `auto`. */
  readonly statements: StatementsWish
  /** Where files are kept for good. */
  readonly storage: StorageConfig
  /** Where they are put while they arrive, and how large one may be. */
  readonly uploads: { readonly folder: string; readonly limitBytes: number }
  /** Who says whether an upload may be shown; without one every file is clean. */
  readonly scanUrl: string | undefined
}

const MIN_SECRET_LENGTH = 16
const DEVELOPMENT_SECRET = 'development-secret-not-for-production'

/** Reads the configuration from environment variables; throws a sentence that names a wrong one. */
export function readConfig(env: NodeJS.ProcessEnv): ServerConfig {
  const production = env.NODE_ENV === 'production'
  const appSecret = env.APP_SECRET ?? (production ? undefined : DEVELOPMENT_SECRET)
  if (!appSecret || appSecret.length < MIN_SECRET_LENGTH)
    throw new Error(`APP_SECRET must be set to at least ${MIN_SECRET_LENGTH} characters`)
  const webhookAllowPrivate = env.WEBHOOK_ALLOW_PRIVATE === '1'
  if (webhookAllowPrivate && production)
    throw new Error('WEBHOOK_ALLOW_PRIVATE is for development; it is refused in production')
  return {
    production,
    webhookAllowPrivate,
    port: number(env, 'PORT', 3000),
    baseDomains: (env.BASE_DOMAINS ?? (production ? 'mobieus.io' : 'localhost')).split(','),
    appSecret,
    previousSecrets: previousSecrets(env, appSecret),
    metricsToken: env.METRICS_TOKEN,
    requestsPerMinute: number(env, 'REQUESTS_PER_MINUTE', 120),
    logLevel: logLevel(env),
    poolSize: poolSize(env),
    statements: statements(env),
    storage: storageOf(env),
    uploads: {
      folder: path.join(filesFolder(env), 'incoming'),
      limitBytes: number(env, 'UPLOAD_LIMIT_BYTES', 50 * 1_048_576),
    },
    scanUrl: env.SCAN_URL,
  }
}

/**
 * The secrets of `APP_SECRET_PREVIOUS`, separated by commas. A secret may have a comma in it, so the whole is
 * tried as one as well: a key too many opens nothing.
 */
function previousSecrets(
  { APP_SECRET_PREVIOUS: text }: NodeJS.ProcessEnv,
  appSecret: string,
): readonly string[] {
  if (text === undefined) return []
  const parts = text.split(',').map((part) => part.trim())
  if (parts.some((part) => part === '') || text.length < MIN_SECRET_LENGTH)
    throw new Error('APP_SECRET_PREVIOUS must be a secret, or several separated by commas')
  if (parts.includes(appSecret) || text === appSecret)
    throw new Error('APP_SECRET_PREVIOUS names APP_SECRET itself; it is for the secrets before it')
  return parts.length > 1 ? [...parts, text] : parts
}

const filesFolder = (env: NodeJS.ProcessEnv) => path.resolve(env.DATA_DIR ?? 'data', 'files')

/** A bucket where `S3_BUCKET` names one, otherwise a folder of this machine. */
function storageOf(env: NodeJS.ProcessEnv): StorageConfig {
  const { S3_BUCKET: bucket, S3_REGION: region = 'us-east-1' } = env
  if (bucket === undefined) return { folder: filesFolder(env) }
  return {
    bucket,
    region,
    endpoint: required(env, 'S3_ENDPOINT'),
    accessKeyId: required(env, 'S3_ACCESS_KEY_ID'),
    secretAccessKey: required(env, 'S3_SECRET_ACCESS_KEY'),
  }
}

function poolSize(env: NodeJS.ProcessEnv): number {
  const size = number(env, 'DATABASE_POOL', 10)
  if (size < 2) throw new Error(`DATABASE_POOL must be at least 2, not ${size}`)
  return size
}

function statements({ DATABASE_STATEMENTS: wish = 'auto' }: NodeJS.ProcessEnv): StatementsWish {
  if (wish === 'auto' || wish === 'named' || wish === 'unnamed') return wish
  throw new Error(`DATABASE_STATEMENTS must be one of auto, named, unnamed, not ${wish}`)
}

function logLevel({ LOG_LEVEL: level = 'info' }: NodeJS.ProcessEnv): string {
  const known = [...Object.keys(pino.levels.values), 'silent']
  if (!known.includes(level))
    throw new Error(`LOG_LEVEL must be one of ${known.join(', ')}, not ${level}`)
  return level
}

function required(env: NodeJS.ProcessEnv, name: string): string {
  const value = env[name]
  if (!value) throw new Error(`${name} must be set where S3_BUCKET is`)
  return value
}

function number(env: NodeJS.ProcessEnv, name: string, otherwise: number): number {
  const text = env[name]
  if (text === undefined) return otherwise
  if (!/^\d{1,9}$/.test(text)) throw new Error(`${name} must be a number, not ${text}`)
  return Number(text)
}
