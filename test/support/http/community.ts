import { expect } from '@jest/globals'
import { eventFaults } from '../contract/closed-schemas.ts'
import type { Json, Called, Platform, TestTenant } from './platform.ts'
import { buildWorld } from '../../world/world.ts'

/** The members of the documentation world. */
export const PIA = { id: 7, username: 'pixel_pia' }
export const SELLER = { id: 312, username: 'retroseller' }
export const MODERATOR = { id: 9, username: 'mod_alice' }
export const ADMIN = { id: 4, username: 'admin_ann' }

/** A tenant with the documentation world, and what a test of moderation does all the time. */
export interface Community {
  readonly tenant: TestTenant
  call(path: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<Called>
  /** The same, with an answer that has to be a success; its data. */
  data(path: string, body?: unknown): Promise<Json>
  /** The events since the last time, oldest first; each is as its webhook promises. */
  events(): Promise<{ type: string; data: object }[]>
  /** The types of these. */
  types(): Promise<string[]>
  /** A measure of the moderator, which has to be a success; its data. */
  moderate(measure: object): Promise<Json>
  /** The ids of a list, newest first; its total says the same number. */
  ids(path: string): Promise<number[]>
  /** The entries of the audit log since the community began, oldest first, without time and id. */
  audited(): Promise<object[]>
}

export async function openCommunity(platform: Platform): Promise<Community> {
  const tenant = await platform.addTenant()
  const [key, session] = await Promise.all([tenant.key(), tenant.session()])
  await buildWorld(platform, tenant.live.tenantId)
  const call: Community['call'] = (path, body, headers) =>
    platform.call(`/api/v1${path}`, { key, host: tenant.url, body, headers })

  async function all(): Promise<{ type: string; data: object }[]> {
    const { body } = await call('/events?limit=100')
    return body.data.reverse()
  }
  async function auditLog(): Promise<Record<string, unknown>[]> {
    const path = '/api/admin/audit-log?limit=100'
    const { body } = await platform.call(path, { key: session, host: tenant.url })
    return body.data.reverse()
  }
  const data: Community['data'] = async (path, body) => {
    const answer = await call(path, body)
    expect({ path, error: answer.body.error }).toEqual({ path, error: undefined })
    return answer.body.data
  }
  let seen = (await all()).length
  const auditedBefore = (await auditLog()).length
  async function events() {
    const events = (await all()).slice(seen)
    seen += events.length
    for (const event of events) expect(eventFaults(event)).toEqual([])
    return events.map(({ type, data }) => ({ type, data }))
  }

  return {
    tenant,
    call,
    data,
    events,
    types: async () => (await events()).map(({ type }) => type),
    moderate: (measure) => data('/moderation/actions', { actor_id: MODERATOR.id, ...measure }),
    async ids(path) {
      const { body } = await call(`${path}${path.includes('?') ? '&' : '?'}limit=100`)
      expect(body.total_count).toBe(body.data.length)
      return body.data.map(({ id }: { id: number }) => id)
    },
    async audited() {
      const entries = (await auditLog()).slice(auditedBefore)
      return entries.map(({ action, actor, target, before, after }) => ({
        action,
        actor,
        target,
        before,
        after,
      }))
    },
  }
}
