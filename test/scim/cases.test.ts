import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { transact } from '../../packages/db/src/index.ts'
import {
  startPlatform,
  type Called,
  type Json,
  type Platform,
  type TestTenant,
} from '../support/http/platform.ts'
import { corpus } from '../support/corpora.ts'
import { tokenOf } from '../support/scim/provider.ts'

/**
 * Sequences from the public record of neighbouring products, as the folder has them: each runs in a fresh tenant.
 */

const { folder, isThere } = corpus('cases/scim-know/sequences/scim')
const files = isThere ? readdirSync(folder).filter((name) => name.endsWith('.json')) : []

type Step = Record<string, Json>
const stepsOf = (file: string): Step[] => JSON.parse(readFileSync(path.join(folder, file), 'utf8'))

let platform: Platform
let other: TestTenant
let otherToken: string
beforeAll(async () => {
  platform = await startPlatform()
  other = await platform.addTenant()
  otherToken = await tokenOf(platform, other)
})
afterAll(() => platform.close())

const at = (body: Json, pointer: string): Json =>
  pointer
    .split('/')
    .slice(1)
    .reduce((value: Json, step) => value?.[step.replaceAll('~1', '/').replaceAll('~0', '~')], body)

const isWithin = (part: Json, whole: Json): boolean =>
  part !== null && typeof part === 'object' && whole !== null && typeof whole === 'object'
    ? Object.entries(part).every(([name, value]) => isWithin(value, whole[name]))
    : isDeepStrictEqual(part, whole)

/** Runs a sequence and answers what is not as it must be. */
async function run(file: string, steps: Step[]): Promise<string[]> {
  const tenant = await platform.addTenant()
  const known: Record<string, string> = {
    token: await tokenOf(platform, tenant),
    other_token: otherToken,
  }
  const faults: string[] = []
  const filled = (value: Json): Json => {
    if (typeof value === 'string')
      return value
        .replaceAll(/\$\{(\w+)\}/g, (_, name: string) => String(known[name]))
        .replaceAll(/%24%7B(\w+)%7D/g, (_, name: string) => encodeURIComponent(String(known[name])))
    if (Array.isArray(value)) return value.map(filled)
    if (value === null || typeof value !== 'object') return value
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, filled(each)]))
  }
  const member = (id: string | number) =>
    platform.query(
      `select username, email, role, exists (select from scim_users s
         where s.tenant_id = u.tenant_id and s.user_id = u.id) as managed
       from users u where tenant_id = $1 and id = $2`,
      [tenant.live.tenantId, id],
    )
  const made: { readonly id: string; readonly step: Step }[] = []
  for (const [number, written] of steps.entries()) {
    const step = filled(written)
    const told = (what: string) => faults.push(`${file}, step ${number + 1}: ${what}`)
    if (step.setup) {
      known[step.as] = String(await makeMember(tenant, step))
      made.push({ id: known[step.as] as string, step })
      continue
    }
    if (step.do) {
      await banAsModerator(tenant, step.member)
      continue
    }
    if (step.check) {
      const check = String(written.check)
      const roles = [...check.matchAll(/\$\{(\w+)\}[^,;]*? is (\d|still banned)/g)]
      const kept = check.includes('unchanged') ? made : []
      if (roles.length + kept.length === 0) told(`is not understood: ${check}`)
      for (const [, name = '', said] of roles) {
        const { rows } = await member(known[name] as string)
        const role = said === 'still banned' ? 1 : Number(said)
        if (rows[0]?.role !== role) told(`${name} has role ${rows[0]?.role}, not ${role}`)
      }
      for (const { id, step: asMade } of kept) {
        const { username, email, role } = asMade
        const { rows } = await member(id)
        if (!isDeepStrictEqual({ ...rows[0] }, { username, email, role, managed: false }))
          told(`${username} has changed`)
      }
      continue
    }
    const answer = await send(tenant, step, known)
    if (step.as) known[step.as] = String(answer.body?.id)
    for (const fault of faultsOf(answer, step.expect ?? {}, known)) told(fault)
  }
  return faults
}

async function makeMember(tenant: TestTenant, { username, email, role }: Step): Promise<number> {
  const { tenantId } = tenant.live
  return transact(platform.db, tenantId, async ({ tx }) => {
    const values = { tenant_id: tenantId, username, email, display_name: username, role }
    const row = await tx
      .insertInto('users')
      .values(values)
      .returning('id')
      .executeTakeFirstOrThrow()
    return row.id
  })
}

const banAsModerator = async (tenant: TestTenant, id: string) => {
  const { status } = await platform.call('/api/v1/moderation/actions', {
    method: 'POST',
    host: tenant.url,
    key: await tenant.key(),
    body: { action: 'ban', target_user_id: Number(id), reason: 'spam' },
  })
  expect(status).toBe(201)
}

function send(tenant: TestTenant, step: Step, { token }: Record<string, string>): Promise<Called> {
  const sent = step.raw ?? step.body
  const headers: Record<string, string> = {
    ...(sent !== undefined && { 'content-type': 'application/scim+json' }),
    authorization: `Bearer ${token}`,
  }
  for (const [name, value] of Object.entries<Json>(step.headers ?? {}))
    if (value === null) delete headers[name.toLowerCase()]
    else headers[name.toLowerCase()] = value
  const ofOther = headers.authorization === `Bearer ${otherToken}`
  return platform.call(`/scim/v2${step.path}`, {
    method: step.method,
    key: null,
    host: ofOther ? other.url : tenant.url,
    headers,
    ...(sent !== undefined && { body: sent }),
  })
}

function* faultsOf(
  { status, body, headers, text }: Called,
  expected: Step,
  known: Record<string, string>,
) {
  const wanted = [expected.status ?? []].flat()
  if (wanted.length > 0 && !wanted.includes(status))
    yield `${status}, not ${wanted.join(' or ')}: ${text}`
  // A change may answer nothing; the steps after it look at what has become of it.
  if (status === 204) return
  for (const [pointer, value] of Object.entries<Json>(expected.is ?? {}))
    if (!isDeepStrictEqual(at(body, pointer), value))
      yield `${pointer} is ${JSON.stringify(at(body, pointer))}, not ${JSON.stringify(value)}`
  for (const [pointer, values] of Object.entries<Json>(expected.has ?? {}))
    for (const value of values)
      if (![at(body, pointer)].flat().some((each: Json) => isWithin(value, each)))
        yield `${pointer} lacks ${JSON.stringify(value)}: ${text}`
  for (const pointer of [expected.lacks ?? []].flat()) {
    const found = at(body, pointer)
    const empty = found === undefined || found === null || Object.keys(Object(found)).length === 0
    if (!empty || typeof found === 'string' || typeof found === 'number')
      yield `${pointer} is there: ${JSON.stringify(found)}`
  }
  for (const [pointer, value] of Object.entries<Json>(expected.lacks_in ?? {}))
    if ([at(body, pointer) ?? []].flat().some((each: Json) => isWithin(value, each)))
      yield `${pointer} has ${JSON.stringify(value)}`
  for (const [pointer, size] of Object.entries<Json>(expected.size ?? {}))
    if ((at(body, pointer)?.length ?? 0) !== size)
      yield `${pointer} is not of size ${size}: ${text}`
  for (const [pointer, type] of Object.entries<Json>(expected.type ?? {}))
    if (typeof at(body, pointer) !== type) yield `${pointer} is no ${type}`
  for (const [pointer, value] of Object.entries<Json>(expected.differs ?? {}))
    if (isDeepStrictEqual(at(body, pointer), value))
      yield `${pointer} is still ${JSON.stringify(value)}`
  for (const [name, value] of Object.entries<string>(expected.header ?? {})) {
    const found = headers.get(name) ?? ''
    const fits = value.startsWith('~') ? new RegExp(value.slice(1)).test(found) : found === value
    if (!fits) yield `${name} is ${found}, not ${value}`
  }
  for (const never of [expected.never ?? []].flat())
    if (text.includes(never)) yield `it says ${never}`
  for (const [name, pointer] of Object.entries<string>(expected.save ?? {}))
    known[name] = String(at(body, pointer))
}

describe('the sequences of the folder', () => {
  if (isThere)
    test.each(files)('%s', async (file) => {
      expect(await run(file, stepsOf(file))).toEqual([])
    })
  else test.skip('are not there', () => undefined)
})
