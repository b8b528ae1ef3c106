import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { testDatabase } from '../support/process/postgres.ts'

const root = path.resolve(import.meta.dirname, '../..')
const folder = 'packages/db/migrations'
const files = readdirSync(path.join(root, folder)).sort()
const domain = path.join(root, 'packages/domain/src')

/** The last number that was given out before these rules. */
const BEFORE_RULES = 33
const numberOf = (file: string) => Number(file.slice(0, 4))

/** Faults of names: numbers that occur twice, and names without a surface. */
function faultsOf(names: readonly string[], surfaces: readonly string[]): string[] {
  const right = new RegExp(`^\\d{4}_(?:${surfaces.join('|')})_[a-z0-9_]+\\.sql$`)
  return names.flatMap((name) => {
    if (names.some((other) => other !== name && numberOf(other) === numberOf(name)))
      return [`${name}: its number is not unique`]
    if (!/^\d{4}_[a-z0-9_]+\.sql$/.test(name)) return [`${name}: NNNN_surface_what.sql`]
    if (numberOf(name) > BEFORE_RULES && !right.test(name))
      return [`${name}: begins with none of ${surfaces.join(', ')}`]
    return []
  })
}

/** Faults of order: files with a lower number than one that had landed before them. */
function lateOf(landed: readonly (readonly string[])[]): string[] {
  let highest = BEFORE_RULES
  return landed.flatMap((together) => {
    const late = together.filter((name) => {
      return numberOf(name) > BEFORE_RULES && numberOf(name) <= highest
    })
    highest = Math.max(highest, ...together.map(numberOf))
    return late.map((name) => `${name}: ${highest} has landed before it`)
  })
}

const surfaces = readdirSync(domain, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'kit')
  .map(({ name }) => name)

test('the number of a migration is its own, and its name begins with a surface', () => {
  expect(faultsOf(files, surfaces)).toEqual([])
  expect(faultsOf(['0034_core_a.sql', '0034_core_b.sql', '0035_drafts.sql'], ['core'])).toEqual([
    '0034_core_a.sql: its number is not unique',
    '0034_core_b.sql: its number is not unique',
    '0035_drafts.sql: begins with none of core',
  ])
})

test('a migration comes after all that have landed before it', () => {
  const committed = landedTogether()
  const fresh = files.filter((name) => !committed.flat().includes(name))
  expect(lateOf([...committed, fresh])).toEqual([])
  expect(lateOf([['0034_a.sql', '0036_b.sql'], ['0035_c.sql'], ['0037_d.sql']])).toEqual([
    '0035_c.sql: 36 has landed before it',
  ])
})

/** The files of each commit that added some, the oldest first; without a history, all of them at once. */
function landedTogether(): string[][] {
  try {
    const log = execFileSync(
      'git',
      [
        'log',
        '--reverse',
        '--first-parent',
        '--no-renames',
        '--diff-filter=A',
        '--name-only',
        '--format=%x00',
        '--',
        folder,
      ],
      { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
    )
    return log.split('\0').map((commit) =>
      commit
        .split('\n')
        .map((line) => path.basename(line))
        // A file whose number was taken has been renamed since.
        .filter((name) => files.includes(name)),
    )
  } catch {
    return [files]
  }
}

/** Constraints that PostgreSQL named, in migrations that have landed. */
const namedBefore = ['users_tenant_id_username_key_key', 'users_tenant_id_email_key_key']

test('a constraint that code translates is there, and has a name of ours', async () => {
  const translated = readdirSync(domain, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => [
      ...readFileSync(path.join(domain, file), 'utf8').matchAll(/takenAs\(\{([^}]*)\}/g),
    ])
    .flatMap(([, fields = '']) => [...fields.matchAll(/(\w+):/g)].map(([, name = '']) => name))
  expect(translated).toEqual(expect.arrayContaining(['forums_slug', ...namedBefore]))

  const database = await testDatabase()
  const client = new pg.Client({ connectionString: database.ownerUrl })
  await client.connect()
  const { rows } = await client.query<{ name: string }>(
    `select relname as name from pg_class join pg_index on indexrelid = oid where indisunique`,
  )
  await client.end()
  await database.drop()
  expect(translated.filter((name) => !rows.some((row) => row.name === name))).toEqual([])

  const sql = files.map((file) => readFileSync(path.join(root, folder, file), 'utf8')).join('\n')
  const given = new Set(
    [...sql.matchAll(/(?:rename (?:constraint )?[\w]+ to|constraint|unique index) (\w+)/g)].map(
      ([, name]) => name,
    ),
  )
  const unnamed = translated.filter((name) => !given.has(name) && !namedBefore.includes(name))
  expect(unnamed).toEqual([])
})

test('only one place of the domain reads what a database error says', () => {
  const reading = readdirSync(domain, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .filter((file) =>
      /\.constraint\b|'23\d{3}'/.test(readFileSync(path.join(domain, file), 'utf8')),
    )
  expect(reading).toEqual(['kit/taken.ts'])
})
