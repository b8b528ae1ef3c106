import { transact } from '../../../packages/db/src/index.ts'
import { createToken } from '../../../packages/domain/src/scim/index.ts'
import type { Called, Json, Platform, TestTenant } from '../http/platform.ts'

/** An identity provider of a fresh tenant, and what tests need of the members that it does not see. */
export interface Provider {
  readonly tenantId: number
  readonly url: string
  readonly tenant: TestTenant
  send(method: string, path: string, body?: Json, headers?: object): Promise<Called>
  /** Sends to another server, by its port. */
  sendTo(port: number, ...sent: Parameters<Provider['send']>): Promise<Called>
  /** Makes a user; answers the id. */
  user(name: string, more?: object): Promise<string>
  /** Makes a group of users; answers the id. */
  group(displayName: string, ids?: readonly string[], more?: object): Promise<string>
  /** The ids of the members that a group shows. */
  membersOf(id: string): Promise<readonly string[]>
  patch(path: string, ...operations: object[]): Promise<Called>
  setRole(id: string, role: number): Promise<void>
}

/** The secret of a new token of a tenant. */
export async function tokenOf(platform: Platform, { live }: TestTenant): Promise<string> {
  const token = { tenantId: live.tenantId, label: 'Okta', expiresAt: null }
  return (await createToken(platform.db, token)).secret
}

/** A provider that has made three users, Ann with a name to show. */
export async function addCrew(platform: Platform) {
  const okta = await addProvider(platform)
  const ann = await okta.user('ann', { displayName: 'Ann' })
  return { okta, ann, ben: await okta.user('ben'), cleo: await okta.user('cleo') }
}

export async function addProvider(platform: Platform): Promise<Provider> {
  const tenant = await platform.addTenant()
  const { tenantId } = tenant.live
  const secret = await tokenOf(platform, tenant)
  const sendTo: Provider['sendTo'] = (port, method, path, body, headers = {}) =>
    platform.call(`/scim/v2${path}`, {
      ...{ method, key: null, host: tenant.url.replace(/:\d+$/, `:${port}`), body },
      headers: {
        authorization: `Bearer ${secret}`,
        ...(body !== undefined && { 'content-type': 'application/scim+json' }),
        ...headers,
      },
    })
  const send: Provider['send'] = (...sent) => sendTo(platform.server.port, ...sent)
  const made = async (path: string, body: Json): Promise<string> => {
    const { status, body: answer, text } = await send('POST', path, body)
    if (status !== 201) throw new Error(`${path}: ${status} ${text}`)
    return answer.id
  }
  return {
    ...{ tenantId, tenant, url: tenant.url, send, sendTo },
    user: (name, more = {}) => made('/Users', { userName: `${name}@example.com`, ...more }),
    group: (displayName, ids = [], more = {}) =>
      made('/Groups', { displayName, members: ids.map((value) => ({ value })), ...more }),
    async membersOf(id) {
      const { body } = await send('GET', `/Groups/${id}`)
      return (body.members ?? []).map(({ value }: Json) => value)
    },
    patch: (path, ...Operations) => send('PATCH', path, { Operations }),
    setRole: (id, role) =>
      transact(platform.db, tenantId, async ({ tx }) => {
        await tx
          .updateTable('users')
          .set({ role })
          .where('tenant_id', '=', tenantId)
          .where('id', '=', Number(id))
          .execute()
      }),
  }
}
