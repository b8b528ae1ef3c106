import { readdir, readFile } from 'node:fs/promises'
import { Client } from 'pg'
import { testDatabase, type TestDatabase } from '../support/process/postgres.ts'

const directoryTables = [
  'tenants',
  'api_key_directory',
  'session_directory',
  'scim_token_directory',
  'learn_certificate_directory',
  'installation',
  'work_due',
]
const ourTables = `
  select c.oid, c.relname as name, c.relrowsecurity as secured
  from pg_class c
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
    and c.relname <> 'migrations'`

let database: TestDatabase
let client: Client
let tenantTables: string[]

beforeAll(async () => {
  database = await testDatabase()
  client = new Client({ connectionString: database.ownerUrl })
  await client.connect()
  const { rows } = await client.query<{ name: string }>(ourTables)
  tenantTables = rows.map((row) => row.name).filter((name) => !directoryTables.includes(name))
})

afterAll(async () => {
  await client.end()
  await database.drop()
})

const names = async (sql: string, values: unknown[] = []) =>
  (await client.query<{ name: string }>(sql, values)).rows.map((row) => row.name)

test('there are tables to look at', () => {
  expect(tenantTables).toContain('users')
  expect(tenantTables.length).toBeGreaterThanOrEqual(10)
})

test('every table stays shardable: keys, unique and foreign keys start with tenant_id', async () => {
  const wrong = await names(
    `select con.conrelid::regclass || '.' || con.conname as name
     from pg_constraint con
     join pg_attribute a on a.attrelid = con.conrelid and a.attnum = con.conkey[1]
     left join pg_attribute f on f.attrelid = con.confrelid and f.attnum = con.confkey[1]
     where con.conrelid::regclass::text = any($1) and con.contype in ('p', 'u', 'f', 'x')
       and (a.attname <> 'tenant_id' or (con.contype = 'f' and f.attname <> 'tenant_id'))`,
    [tenantTables],
  )
  expect(wrong).toEqual([])
})

test('every table stays shardable: unique indexes contain tenant_id first', async () => {
  const wrong = await names(
    `select i.indexrelid::regclass::text as name
     from pg_index i
     left join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
     where i.indrelid::regclass::text = any($1) and i.indisunique
       and a.attname is distinct from 'tenant_id'`,
    [tenantTables],
  )
  expect(wrong).toEqual([])
})

test('every tenant table has a primary key and a tenant_id that cannot be null', async () => {
  const right = await names(
    `select t.name from (${ourTables}) t
     join pg_attribute a on a.attrelid = t.oid and a.attname = 'tenant_id' and a.attnotnull
     join pg_constraint p on p.conrelid = t.oid and p.contype = 'p'`,
  )
  expect(right).toEqual(expect.arrayContaining(tenantTables))
})

test('every tenant table has row-level security with exactly the tenant policy', async () => {
  const { rows } = await client.query<Record<string, unknown>>(
    `select t.name, t.secured, p.polpermissive as permissive, p.polcmd as command, p.polroles as roles,
            pg_get_expr(p.polqual, p.polrelid) as using,
            pg_get_expr(p.polwithcheck, p.polrelid) as check
     from (${ourTables}) t left join pg_policy p on p.polrelid = t.oid
     where t.name = any($1)`,
    [tenantTables],
  )
  const condition =
    "(tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::bigint)"
  const expected = tenantTables.map((name) => ({
    name,
    secured: true,
    permissive: true,
    command: '*',
    roles: '{0}',
    using: condition,
    check: condition,
  }))
  const byName = (a: Record<string, unknown>, b: Record<string, unknown>) =>
    String(a.name).localeCompare(String(b.name))
  const found = rows.map((row) => ({ ...row, roles: stringOf(row.roles) }))
  expect(found.sort(byName)).toEqual(expected.sort(byName))
})

/**
 * One tells of which tenants something waits to be placed, and how much: ids, numbers and times. Three search the
 * words of one tenant, which they hold against the transaction's: ids and ranks. Two tell numbers alone.
 */
const asOwner = [
  ...['arrivals_waiting', 'find_know_titles', 'help_mails_waiting', 'help_tickets_waiting'],
  ...['search_help_tickets', 'search_know'],
]

test('no other function runs as its owner: the application sees nothing but what its policies show', async () => {
  const wrong = () =>
    names(
      `select proname as name from pg_proc
       where prosecdef and pronamespace = 'public'::regnamespace and proname <> all($1)`,
      [asOwner],
    )
  const { rows } = await client.query(
    `select pg_get_function_result(oid) as tells, has_function_privilege('public', oid, 'execute') as everybody,
       proconfig::text as settings
     from pg_proc where proname = any($1) order by proname`,
    [asOwner],
  )
  expect(rows).toEqual([
    {
      tells: 'TABLE(tenant_id bigint, arrivals bigint, oldest timestamp with time zone)',
      everybody: false,
      settings: '{"search_path=pg_catalog, public, pg_temp"}',
    },
    {
      tells: 'TABLE(page_id bigint)',
      everybody: false,
      settings: '{"search_path=pg_catalog, public, pg_temp"}',
    },
    {
      tells: 'TABLE(waiting bigint, oldest timestamp with time zone)',
      everybody: false,
      settings: '{"search_path=pg_catalog, public, pg_temp"}',
    },
    {
      tells: 'bigint',
      everybody: false,
      settings: '{"search_path=pg_catalog, public, pg_temp"}',
    },
    {
      tells: 'TABLE(ticket_id bigint, message_id bigint, rank integer)',
      everybody: false,
      settings: '{"search_path=pg_catalog, public, pg_temp",enable_seqscan=off}',
    },
    {
      tells: 'TABLE(page_id bigint, rank integer)',
      everybody: false,
      settings: '{"search_path=pg_catalog, public, pg_temp"}',
    },
  ])
  expect(await wrong()).toEqual([])
  await client.query('begin')
  await client.query(`create function public.as_owner() returns void language plpgsql
    security definer as 'begin end'`)
  expect(await wrong()).toEqual(['as_owner'])
  await client.query('rollback')
})

// oid[] comes as text from one version of the driver and as an array from another.
const stringOf = (roles: unknown) => (Array.isArray(roles) ? `{${roles.join(',')}}` : roles)

test('the application roles own nothing and cannot bypass row-level security', async () => {
  const { rows } = await client.query<Record<string, unknown>>(
    `select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication, rolinherit,
            rolcanlogin as logs_in,
            (select count(*)::int from pg_class where relowner = r.oid)
            + (select count(*)::int from pg_proc where proowner = r.oid)
            + (select count(*)::int from pg_namespace where nspowner = r.oid) as owned,
            array(select roleid::regrole::text from pg_auth_members
                  where member = r.oid) as memberships,
            has_schema_privilege(r.oid, 'public', 'create') as creates,
            has_database_privilege(r.oid, $1, 'temporary') as makes_temporary
     from pg_roles r where rolname in ('mobieus_app', $2) order by rolname`,
    // The settings of the migrated database: a copy has its own.
    [process.env.TEST_TEMPLATE, new URL(process.env.TEST_APP_URL ?? '').username],
  )
  const powerless = {
    rolsuper: false,
    rolbypassrls: false,
    rolcreaterole: false,
    rolcreatedb: false,
    rolreplication: false,
    rolinherit: true,
    owned: 0,
    creates: false,
    makes_temporary: false,
  }
  expect(rows).toEqual([
    { ...powerless, logs_in: false, memberships: [] },
    { ...powerless, logs_in: true, memberships: ['mobieus_app'] },
  ])
})

test('the application role may not touch the migrations nor isolate tables', async () => {
  const { rows } = await client.query<Record<string, unknown>>(
    `select has_table_privilege('mobieus_app', 'migrations', 'select, insert, update, delete') as table,
            has_function_privilege('mobieus_app', 'isolate_tenant(regclass)', 'execute') as function,
            bool_or(has_table_privilege('mobieus_app', t.oid, 'truncate, references, trigger')) as more
     from (${ourTables}) t`,
  )
  expect(rows).toEqual([{ table: false, function: false, more: false }])
})

test('every table stays shardable: no triggers', async () => {
  const wrong = await names(
    `select tgrelid::regclass || '.' || tgname as name from pg_trigger where not tgisinternal`,
  )
  expect(wrong).toEqual([])
})

test('migrations drop one object at a time, and leave identity columns alone', async () => {
  const folder = new URL('../../packages/db/migrations/', import.meta.url)
  // These dropped several indexes in one statement before there was the rule.
  const before = ['0005_moderation.sql', '0008_files_moderation.sql']
  const files = (await readdir(folder)).filter((name) => !before.includes(name))
  const texts = await Promise.all(files.map((name) => readFile(new URL(name, folder), 'utf8')))
  const statements = texts.flatMap((text) => text.replaceAll(/--.*/g, '').split(';'))
  expect(statements.length).toBeGreaterThan(100)
  const several = /^\s*drop\s+(?:table|index|view|sequence|type|domain)\b[^,]*,/i
  const altered = /\balter\s+(?:column\s+)?\w+\s+(?:add|set|drop|restart)\b[^,]*\bidentity\b/i
  expect(statements.filter((each) => several.test(each) || altered.test(each))).toEqual([])
})

test('every table stays shardable: functions are PL/pgSQL', async () => {
  const wrong = await names(
    `select p.proname as name from pg_proc p join pg_language l on l.oid = p.prolang
     where p.pronamespace = 'public'::regnamespace and l.lanname <> 'plpgsql'
       and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')`,
  )
  expect(wrong).toEqual([])
})

test('look-ups by name use their index below the policy', async () => {
  await client.query(`insert into users (tenant_id, username, display_name)
    select 1 + n % 2, 'user' || n, 'User' from generate_series(1, 5000) n`)
  await client.query('analyze users')
  await client.query('begin')
  await client.query('set local role mobieus_app')
  await client.query("set local app.tenant = '1'")
  const { rows } = await client.query<{ 'QUERY PLAN': string }>(
    "explain select id from users where tenant_id = 1 and username_key = lower('User42')",
  )
  await client.query('rollback')
  const plan = rows.map((row) => row['QUERY PLAN']).join('\n')
  expect(plan).toMatch(/Index Cond: .*username_key = 'user42'/)
})
