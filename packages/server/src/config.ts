import path from 'node:path'
import type { StatementsWish } from '@mobieus/db'
import type { StorageConfig } from '@mobieus/domain/kit'
import pino from 'pino'
import { flag, folder, hosts, httpUrl, oneOf, smtpUrl, text, token, whole } from './variables.ts'

/** The server's configuration; `readConfig` says which variable is which. */
export interface ServerConfig {
  readonly production: boolean
  readonly port: number
  /** Hosts whose subdomains are tenants: `mobieus.io` makes `demo.mobieus.io` the tenant demo. */
  readonly baseDomains: readonly string[]
  /** The one origin of all content of packages; without it each package has a host of its own below its tenant's. */
  readonly contentOrigin: string | undefined
  /** Encrypts, signs cursors and derives the database role's password. */
  readonly appSecret: string
  /** The secrets before: they open older values and make none. */
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
  /** The scanner that says whether an upload may be shown; without one every file is clean. */
  readonly scanUrl: string | undefined
  /** The mail server that mail is sent over. */
  readonly smtpUrl: string | undefined
  /** The folder with the keys that mail is signed by. */
  readonly dkimFolder: string | undefined
  /** Where the models of tenants are asked that have set no address of their own. */
  readonly aiBaseUrl: string
  /** The key of Anthropic's API that the demo community begins with. */
  readonly demoModelKey: string | undefined
}

const MIN_SECRET_LENGTH = 16
const DEVELOPMENT_SECRET = 'development-secret-not-for-production'

/** Reads the configuration from environment variables; throws a sentence that names a wrong one. */
export function readConfig(env: NodeJS.ProcessEnv): ServerConfig {
  // Anything else would be development, whatever was meant.
  const production = oneOf(env, 'NODE_ENV', ['production', 'development', 'test']) === 'production'
  const appSecret = secretOf(env, production)
  const files = path.join(folder(env, 'DATA_DIR', 'data'), 'files')
  const webhookAllowPrivate = flag(env, 'WEBHOOK_ALLOW_PRIVATE')
  if (webhookAllowPrivate && production)
    throw new Error('WEBHOOK_ALLOW_PRIVATE is for development; it is refused in production')
  return {
    production,
    webhookAllowPrivate,
    port: whole(env, 'PORT', 3000, { most: 65_535 }),
    baseDomains: hosts(env, 'BASE_DOMAINS', production ? 'mobieus.io' : 'localhost'),
    appSecret,
    previousSecrets: previousSecrets(env, appSecret),
    contentOrigin: originOf(env),
    metricsToken: token(env, 'METRICS_TOKEN'),
    requestsPerMinute: whole(env, 'REQUESTS_PER_MINUTE', 120),
    logLevel: oneOf(env, 'LOG_LEVEL', [...Object.keys(pino.levels.values), 'silent']) ?? 'info',
    poolSize: whole(env, 'DATABASE_POOL', 10, { least: 2, most: 10_000 }),
    statements: oneOf(env, 'DATABASE_STATEMENTS', ['auto', 'named', 'unnamed']) ?? 'auto',
    storage: storageOf(env, files),
    uploads: {
      folder: path.join(files, 'incoming'),
      limitBytes: whole(env, 'UPLOAD_LIMIT_BYTES', 50 * 1_048_576, {
        least: 1,
        most: Number.MAX_SAFE_INTEGER,
      }),
    },
    scanUrl: httpUrl(env, 'SCAN_URL'),
    smtpUrl: smtpUrl(env, 'SMTP_URL'),
    dkimFolder: env.DKIM_FOLDER === undefined ? undefined : folder(env, 'DKIM_FOLDER', '.'),
    aiBaseUrl: httpUrl(env, 'AI_BASE_URL') ?? 'https://api.anthropic.com',
    demoModelKey: token(env, 'DEMO_AI_KEY'),
  }
}

/** An origin without a path. */
function originOf(env: NodeJS.ProcessEnv): string | undefined {
  const url = httpUrl(env, 'CONTENT_ORIGIN')
  if (url === undefined) return undefined
  if (new URL(url).origin !== url.replace(/\/$/, ''))
    throw new Error('CONTENT_ORIGIN must be an origin, such as https://content.example.net')
  return new URL(url).origin
}

function secretOf(env: NodeJS.ProcessEnv, production: boolean): string {
  const secret = env.APP_SECRET ?? (production ? '' : DEVELOPMENT_SECRET)
  if (secret.length < MIN_SECRET_LENGTH)
    throw new Error(`APP_SECRET must be set to at least ${MIN_SECRET_LENGTH} characters`)
  return secret
}

/**
 * The secrets of `APP_SECRET_PREVIOUS`, separated by commas. A secret may have a comma in it, so the whole is
 * tried as one as well: a key too many opens nothing.
 */
function previousSecrets(env: NodeJS.ProcessEnv, appSecret: string): readonly string[] {
  const all = text(env, 'APP_SECRET_PREVIOUS')
  if (all === undefined) return []
  const parts = all.split(',').map((part) => part.trim())
  if (parts.some((part) => part === '') || all.length < MIN_SECRET_LENGTH)
    throw new Error('APP_SECRET_PREVIOUS must be a secret, or several separated by commas')
  if (parts.includes(appSecret) || all === appSecret)
    throw new Error('APP_SECRET_PREVIOUS names APP_SECRET itself; it is for the secrets before it')
  return parts.length > 1 ? [...parts, all] : parts
}

const IN_A_BUCKET = ['S3_ENDPOINT', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY', 'S3_REGION']

/** A bucket where `S3_BUCKET` names one, otherwise a folder of this machine. */
function storageOf(env: NodeJS.ProcessEnv, folder: string): StorageConfig {
  const bucket = text(env, 'S3_BUCKET')
  if (bucket === undefined) {
    const idle = IN_A_BUCKET.find((name) => env[name] !== undefined)
    if (idle !== undefined) throw new Error(`${idle} is set, and S3_BUCKET is not`)
    return { folder }
  }
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]{1,254}$/.test(bucket))
    throw new Error(`S3_BUCKET must be a bucket's name, not ${bucket}`)
  const region = token(env, 'S3_REGION') ?? 'us-east-1'
  if (!/^[A-Za-z0-9-]+$/.test(region))
    throw new Error(`S3_REGION must be a region's name, not ${region}`)
  const endpoint = required('S3_ENDPOINT', httpUrl(env, 'S3_ENDPOINT'))
  if (endpoint.includes('?')) throw new Error('S3_ENDPOINT may not hold a query')
  return {
    bucket,
    region,
    endpoint,
    accessKeyId: required('S3_ACCESS_KEY_ID', token(env, 'S3_ACCESS_KEY_ID')),
    secretAccessKey: required('S3_SECRET_ACCESS_KEY', token(env, 'S3_SECRET_ACCESS_KEY')),
  }
}

function required(name: string, value: string | undefined): string {
  if (value === undefined) throw new Error(`${name} must be set where S3_BUCKET is`)
  return value
}
