import { reader } from '@mobieus/db'
import { accountOfSecret } from '@mobieus/domain/help'
import type { Identified, Identifying, Place } from './credential.ts'
import { headerOf, queryOf } from './sent.ts'

const scopes: ReadonlySet<string> = new Set()

/** The secret that a relay of mail shares with an e-mail account of the host's live partition. */
const inboundSecret = (read: Identifying['read']): Identifying => ({
  read,
  identify: findRelay,
  meter: undefined,
  refusal: {
    message: 'Send the inbound secret of an e-mail account: X-Mobieus-Inbound-Secret.',
    challenge: 'Secret',
  },
})

export const inboundHeader = inboundSecret((req) => headerOf(req, 'x-mobieus-inbound-secret'))
export const inboundQuery = inboundSecret((req) => queryOf(req, 'secret'))

/** The relay is named by its account, and never kept in memory: a rotation holds from the next mail on. */
async function findRelay(
  secret: string,
  { host, services, now }: Place,
): Promise<Identified | undefined> {
  if (!host) return undefined
  const tenantId = host.live.id
  const id = await accountOfSecret({ tx: reader(services.db, tenantId), tenantId }, secret, now)
  return id === undefined ? undefined : { tenant: host.live, caller: { kind: 'relay', id, scopes } }
}
