import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { commands } from '../../packages/cli/src/run.ts'
import { callMobieus } from '../support/process/mobieus.ts'
import { startPlatform, type Platform } from '../support/http/platform.ts'

/** A command that cannot be meant does nothing, and is answered with a sentence of ours. */

let platform: Platform
beforeAll(async () => {
  platform = await startPlatform()
})
afterAll(() => platform.close())

const mobieus = (args: readonly string[], variables?: NodeJS.ProcessEnv) =>
  callMobieus(platform, args, variables)

/** The rows that a command could have made, ended or changed. */
const counted = async () =>
  (
    await platform.query(
      `select (select json_agg(t) from tenants t) as tenants,
              (select count(revoked_at) from api_keys) as ended, (select count(*) from api_keys) as keys,
              (select count(*) from api_key_directory) as secrets,
              (select count(*) from sign_in_tokens) as links, (select sum(role) from users) as roles,
              (select json_agg(i) from installation i) as installation`,
    )
  ).rows

/** The words of a line; a blank within a word is written as _. */
const wordsOf = (line: string) => line.split(' ').map((word) => word.replaceAll('_', ' '))

const key = 'keys create demo --label x'
const tenant = 'tenants create other --admin ada --email ada@example.com'

describe('mobieus refuses', () => {
  test.each([
    ['constructor', 'there is no command constructor'],
    ['__proto__', 'there is no command'],
    ['toString', 'there is no command toString'],
    ['--version', 'there is no command --version'],
    ['serve extra', 'unexpected argument extra'],
    ['serve --grace 3', 'there is no option --grace'],
    ['serve --demo=yes', '--demo takes no value'],
    ['serve --demo --demo', '--demo is given twice'],
    ['worker extra', 'unexpected argument extra'],
    ['worker --demo', 'there is no option --demo'],
    ['migrate --bogus', 'there is no option --bogus'],
    ['migrate -x', 'there is no option -x'],
    ['migrate --constructor', 'there is no option --constructor'],
    ['seed extra', 'unexpected argument extra'],
    ['sign-in', 'SLUG is missing'],
    ['sign-in demo nosuch', 'unexpected argument nosuch'],
    ['sign-in nowhere', 'there is no tenant nowhere'],
    ['sign-in demo --user=', '--user wants a value'],
    ['sign-in demo --user --test', '--user wants a value'],
    ['sign-in demo --user nobody', 'no member nobody who may sign in'],
    ['keys', 'usage:'],
    ['keys constructor demo', 'there is no keys constructor'],
    ['keys create demo', '--label is missing'],
    [`${key} --label y`, '--label is given twice'],
    ['keys create demo --label=', '--label wants a value'],
    [`keys create demo --label ${'x'.repeat(101)}`, '--label must have at most 100 characters'],
    [`${key} --grace 5`, '--grace is no option of mobieus keys create'],
    [`${key} --user 999999`, 'there is no member 999999'],
    [`${key} --user 1.5`, '--user wants a whole number, not 1.5'],
    [`${key} --rate many`, '--rate wants a whole number, not many'],
    [`${key} --rate 1000001`, '--rate must be <= 1000000'],
    [`${key} --scopes=`, '--scopes wants a value'],
    [`${key} --scopes ,`, '--scopes wants scopes separated by commas'],
    [`${key} --scopes posts:read,`, '--scopes wants scopes separated by commas'],
    [`${key} --scopes posts:read,posts:read`, '--scopes names posts:read twice'],
    [`${key} --scopes posts:fly`, 'no such scope: posts:fly'],
    [`${key} --expires 2020-01-01`, 'still to come'],
    [`${key} --expires 2027-02-30`, '--expires must be a valid date-time'],
    [`${key} --expires 2027-02-30T00:00:00Z`, '--expires must be a valid date-time'],
    [`${key} --expires 2027`, '--expires must be a valid date-time'],
    [`${key} --expires tomorrow`, '--expires must be a valid date-time'],
    ['keys list demo 5', 'unexpected argument 5'],
    ['keys list demo --label x', '--label is no option of mobieus keys list'],
    ['keys rotate demo 1 --label x', '--label is no option of mobieus keys rotate'],
    ['keys rotate demo 1 --grace 1h', '--grace wants a whole number, not 1h'],
    ['keys rotate demo', 'ID is missing'],
    ['keys revoke demo 1 extra', 'unexpected argument extra'],
    ['keys revoke demo abc', 'ID wants a whole number, not abc'],
    ['keys revoke demo 999999', 'there is no key 999999'],
    ['tenants list extra', 'unexpected argument extra'],
    ['tenants list --plan pro', '--plan is no option of mobieus tenants list'],
    ['tenants constructor', 'there is no tenants constructor'],
    ['tenants create other', '--admin is missing'],
    ['tenants create demo --admin ada --email ada@example.com', 'there is a tenant demo already'],
    ['tenants create Upper --admin ada --email ada@example.com', 'Upper is not a host name'],
    ['tenants create other --admin ada --email nonsense', '--email must be a valid email'],
    ['tenants create other --admin ada --email ada@localhost@x', '--email must be a valid email'],
    ['tenants create other --admin a --email ada@example.com', '--admin must have at least 3'],
    ['tenants create other --admin ad_a --email ada@example.com', '--admin must match'],
    [`${tenant} --plan gold`, 'there is no plan gold; there are starter'],
    [`${tenant} --plan constructor`, 'there is no plan constructor'],
    [`${tenant} --name a\nb`, '--name must be'],
    [`${tenant} --name \u200b`, '--name must be'],
    [`keys create demo --label a\nb`, '--label must be'],
    [`${tenant} --test`, '--test is no option of mobieus tenants create'],
    ['tenants plan demo', 'PLAN is missing'],
    ['tenants plan demo gold', 'there is no plan gold'],
    ['tenants plan nowhere pro', 'there is no tenant nowhere'],
    ['tenants ini nowhere', 'there is no tenant nowhere'],
    ['tenants ini demo /no/such/file', '/no/such/file cannot be read'],
    ['tenants ini demo -', 'app.ini line 1: expected key = value, found nonsense'],
    ['tenants admin demo', 'USERNAME is missing'],
    ['tenants admin demo nobody', 'there is no member nobody'],
    ['tenants admin nowhere ada', 'there is no tenant nowhere'],
    ['recount demo', 'unexpected argument demo'],
    ['recount --tenant nowhere', 'there is no tenant nowhere'],
    ['recount --tenant=', '--tenant wants a value'],
    ['recount --check=yes', '--check takes no value'],
    ['recount --test', 'there is no option --test'],
    ['secrets', 'usage:'],
    ['secrets constructor', 'there is no secrets constructor'],
    ['secrets reseal extra', 'unexpected argument extra'],
    ['secrets reseal --all', 'there is no option --all'],
  ])('%j', async (line, sentence) => {
    const before = await counted()
    const { code, said } = await mobieus(wordsOf(line))
    expect(said).toContain(sentence)
    expect(said).not.toMatch(/ at .*:\d+|constraint|native code/)
    expect(code).toBeGreaterThan(0)
    expect(await counted()).toEqual(before)
  })

  test('every option of every command is in its usage, and every form too', () => {
    for (const { name, usage, forms } of commands) {
      const text = usage.join('\n')
      for (const { verb, options = {} } of forms) {
        expect(text).toContain(['  mobieus', name, verb].filter(Boolean).join(' '))
        for (const option of Object.keys(options))
          if (option !== 'judge') expect(text).toContain(`--${option}`)
      }
    }
  })
})

const bucket = {
  S3_BUCKET: 'files',
  S3_ENDPOINT: 'https://s3.example.com',
  S3_ACCESS_KEY_ID: 'id',
  S3_SECRET_ACCESS_KEY: 'secret',
}

describe('mobieus tenants list refuses', () => {
  test.each<[NodeJS.ProcessEnv, string]>([
    [
      { APP_SECRET: 'another-secret-of-16' },
      'APP_SECRET is not the one this database was made with',
    ],
    [{ APP_SECRET: undefined }, 'APP_SECRET is not the one this database was made with'],
    [{ APP_SECRET: 'short' }, 'APP_SECRET must be set to at least 16 characters'],
    [{ APP_SECRET: undefined, NODE_ENV: 'production' }, 'APP_SECRET must be set'],
    [{ APP_SECRET_PREVIOUS: 'short' }, 'APP_SECRET_PREVIOUS must be a secret'],
    [{ APP_SECRET_PREVIOUS: 'older-secret-of-16,' }, 'APP_SECRET_PREVIOUS must be a secret'],
    [{ APP_SECRET_PREVIOUS: 'test-secret-of-16' }, 'APP_SECRET_PREVIOUS names APP_SECRET itself'],
    [{ NODE_ENV: 'prod' }, 'NODE_ENV must be one of production, development, test, not prod'],
    [{ PORT: 'http' }, 'PORT must be a number from 0 to 65535, not http'],
    [{ PORT: '65536' }, 'PORT must be a number from 0 to 65535, not 65536'],
    [{ PORT: '-1' }, 'PORT must be a number'],
    [{ PORT: '0x10' }, 'PORT must be a number'],
    [{ PORT: '' }, 'PORT is empty'],
    [{ REQUESTS_PER_MINUTE: '1e3' }, 'REQUESTS_PER_MINUTE must be a number'],
    [{ REQUESTS_PER_MINUTE: '-1' }, 'REQUESTS_PER_MINUTE must be a number'],
    [{ UPLOAD_LIMIT_BYTES: '50MB' }, 'UPLOAD_LIMIT_BYTES must be a number'],
    [{ UPLOAD_LIMIT_BYTES: '0' }, 'UPLOAD_LIMIT_BYTES must be a number from 1'],
    [{ WEBHOOK_ALLOW_PRIVATE: 'true' }, 'WEBHOOK_ALLOW_PRIVATE must be 0 or 1, not true'],
    [{ WEBHOOK_ALLOW_PRIVATE: '' }, 'WEBHOOK_ALLOW_PRIVATE is empty'],
    [{ WEBHOOK_ALLOW_PRIVATE: '1', NODE_ENV: 'production' }, 'refused in production'],
    [{ BASE_DOMAINS: 'https://mobieus.io' }, 'BASE_DOMAINS must be names of hosts'],
    [{ BASE_DOMAINS: 'mobieus.io/' }, 'BASE_DOMAINS must be names of hosts'],
    [{ BASE_DOMAINS: 'mobieus.io:3000' }, 'BASE_DOMAINS must be names of hosts'],
    [{ BASE_DOMAINS: 'Mobieus.io' }, 'BASE_DOMAINS must be names of hosts'],
    [{ BASE_DOMAINS: '*.mobieus.io' }, 'BASE_DOMAINS must be names of hosts'],
    [{ BASE_DOMAINS: '.mobieus.io' }, 'BASE_DOMAINS must be names of hosts'],
    [{ BASE_DOMAINS: 'mobieus.io.' }, 'BASE_DOMAINS must be names of hosts'],
    [{ BASE_DOMAINS: '127.0.0.1' }, 'BASE_DOMAINS must be names of hosts'],
    [{ BASE_DOMAINS: 'mobieus.io,' }, 'this is none: (empty)'],
    [{ BASE_DOMAINS: 'mobieus.io, mobieus.io' }, 'BASE_DOMAINS names mobieus.io twice'],
    [{ METRICS_TOKEN: 'two words' }, 'METRICS_TOKEN must be visible ASCII characters'],
    [{ METRICS_TOKEN: 'schlüssel' }, 'METRICS_TOKEN must be visible ASCII characters'],
    [{ METRICS_TOKEN: '' }, 'METRICS_TOKEN is empty'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL must be one of'],
    [{ LOG_LEVEL: 'constructor' }, 'LOG_LEVEL must be one of'],
    [{ DATA_DIR: '' }, 'DATA_DIR is empty'],
    [{ DATA_DIR: import.meta.filename }, 'DATA_DIR must name a folder'],
    [{ DATA_DIR: `${import.meta.filename}/below` }, 'DATA_DIR must name a folder'],
    [{ SMTP_URL: 'mail.example:465' }, 'SMTP_URL must be a URL'],
    [{ SMTP_URL: 'https://mail.example' }, 'SMTP_URL must be a URL'],
    [{ DKIM_FOLDER: '' }, 'DKIM_FOLDER is empty'],
    [{ DKIM_FOLDER: import.meta.filename }, 'DKIM_FOLDER must name a folder'],
    [{ SCAN_URL: 'scanner:8080' }, 'SCAN_URL must be a URL'],
    [{ SCAN_URL: 'http:scanner' }, 'SCAN_URL must be a URL'],
    [{ SCAN_URL: '/scan' }, 'SCAN_URL must be a URL'],
    [{ SCAN_URL: 'https://me:pw@scanner.example' }, 'SCAN_URL may not hold a user and a password'],
    [{ S3_BUCKET: 'files' }, 'S3_ENDPOINT must be set where S3_BUCKET is'],
    [{ S3_ENDPOINT: 'https://s3.example.com' }, 'S3_ENDPOINT is set, and S3_BUCKET is not'],
    [{ S3_REGION: 'eu-1' }, 'S3_REGION is set, and S3_BUCKET is not'],
    [{ ...bucket, S3_BUCKET: 'a/b' }, "S3_BUCKET must be a bucket's name"],
    [{ ...bucket, S3_ENDPOINT: 's3.example.com' }, 'S3_ENDPOINT must be a URL'],
    [{ ...bucket, S3_ENDPOINT: 'https://s3.example.com/?x=1' }, 'S3_ENDPOINT may not hold a query'],
    [{ ...bucket, S3_ACCESS_KEY_ID: undefined }, 'S3_ACCESS_KEY_ID must be set where S3_BUCKET is'],
    [{ ...bucket, S3_SECRET_ACCESS_KEY: '' }, 'S3_SECRET_ACCESS_KEY is empty'],
    [{ ...bucket, S3_REGION: 'eu west' }, 'S3_REGION must be visible ASCII'],
    [{ DATABASE_URL: 'localhost/mobieus' }, 'DATABASE_URL must be a URL'],
    [{ DATABASE_URL: '' }, 'DATABASE_URL is empty'],
    [{ DATABASE_URL: 'mysql://u:geheim@host/db' }, 'DATABASE_URL must be a URL'],
    [{ DATABASE_URL: 'postgres://u:geheim@host:port/db' }, 'DATABASE_URL must be a URL'],
    [{ DATABASE_URL: 'postgres://u:geheim%zz@host/db' }, 'DATABASE_URL must be a URL'],
    [{ DATABASE_URL: 'postgres://u:geh#eim@host/db' }, 'DATABASE_URL must be a URL'],
    [{ DATABASE_POOL: '1' }, 'DATABASE_POOL must be a number from 2'],
    [{ DATABASE_STATEMENTS: 'all' }, 'DATABASE_STATEMENTS must be one of auto, named, unnamed'],
    [{ APP_DATABASE_URL: 'host/db' }, 'APP_DATABASE_URL must be a URL'],
    [{ LISTEN_DATABASE_URL: 'host/db' }, 'LISTEN_DATABASE_URL must be a URL'],
  ])('%j', async (variables, sentence) => {
    const { code, said } = await mobieus(['tenants', 'list'], variables)
    expect(said).toContain(sentence)
    expect(code).toBe(1)
    expect(said).not.toMatch(/geheim|:pw@/)
  })

  test('nothing of what is right', async () => {
    const { code, said } = await mobieus(['tenants', 'list'], {
      ...bucket,
      BASE_DOMAINS: 'mobieus.io, mobieus.example',
      SCAN_URL: 'http://scanner:8080/scan?strict=1',
      METRICS_TOKEN: 'abc~',
      WEBHOOK_ALLOW_PRIVATE: '0',
      PORT: '0',
      NODE_ENV: 'production',
    })
    expect(said).toContain('demo')
    expect(code).toBe(0)
  })
})

test('the server goes on after a reading command under another secret', async () => {
  await mobieus(['tenants', 'list'], { APP_SECRET: 'another-secret-of-16' })
  const fresh = await platform.addServer()
  const host = `http://demo.localhost:${fresh.port}`
  expect((await platform.call('/api/v1/users', { host })).status).toBe(200)
})

test('an administrator is made again, whatever kept them from acting', async () => {
  const { tenantId } = platform.tenant.live
  const { body } = await platform.call('/api/v1/users', {
    body: { username: 'again', email: 'again@example.com' },
  })
  const { id } = body.data
  await platform.query(
    `update users set role = 1, role_before_ban = 2, suspended_until = now() + interval '1 day',
       shadow_banned_at = now() where tenant_id = $1 and id = $2`,
    [tenantId, id],
  )
  const { code, said } = await mobieus(['tenants', 'admin', 'demo', 'Again'])
  expect({ code, said }).toEqual({
    code: 0,
    said: `again (member ${id}) is a super-admin of demo.`,
  })
  const { rows } = await platform.query(
    'select role, role_before_ban, suspended_until, shadow_banned_at from users where id = $1',
    [id],
  )
  const after = { role: 5, role_before_ban: null, suspended_until: null, shadow_banned_at: null }
  expect(rows).toEqual([after])
  const log = await platform.call('/api/admin/audit-log?action=user.appointed')
  expect(log.body.data).toMatchObject([
    { actor: null, target: { kind: 'user', id }, before: { role: 1, role_before_ban: 2 }, after },
  ])
  expect((await mobieus(['sign-in', 'demo', '--user', 'again'])).said).toContain('Signs again in')
})
