import { count, seal, type Outbox } from '../../packages/domain/src/index.ts'
import {
  createSigningSecret,
  fingerprintOf,
  secretPlace,
} from '../../packages/domain/src/platform/webhooks.rules.ts'
import type { Platform } from './platform.ts'
import type { Insert } from './world.ts'

/** Of the documentation world: an endpoint, and a delivery of the event at `position`. */
const ENDPOINT = 17
const DELIVERY = 90210

const endpointOf = (platform: Platform, tenantId: number, id: number) => {
  const secret = createSigningSecret()
  const { webhookKeys } = platform.server.services
  return {
    id,
    url: 'https://hooks.example.com/mobieus',
    description: 'Mirror of the forum',
    subscribed_events: ['*'],
    status: 'active',
    consecutive_failures: 0,
    since_position: 0,
    secret: seal(webhookKeys, secret, secretPlace(tenantId, id)),
    secret_fingerprint: fingerprintOf(secret),
    created_at: platform.clock.now(),
  }
}

const deliveryOf = (platform: Platform, endpoint_id: number, event_position: number) => ({
  endpoint_id,
  event_position,
  event_type: 'post.created',
  status: 'succeeded',
  attempt_count: 1,
  created_at: platform.clock.now(),
  completed_at: platform.clock.now(),
})

interface Place {
  readonly platform: Platform
  readonly tenantId: number
  readonly insert: Insert
  readonly outbox: Outbox
}

export async function buildWebhooks(
  { platform, tenantId, insert, outbox }: Place,
  shift: number,
  position: number,
): Promise<void> {
  const endpoint = endpointOf(platform, tenantId, ENDPOINT + shift)
  await insert('webhook_endpoints', [endpoint])
  count({ outbox }, 'webhooks', 1)
  const delivery = { id: DELIVERY + shift, ...deliveryOf(platform, endpoint.id, position) }
  await insert('webhook_deliveries', [delivery])
  count({ outbox }, 'webhook_deliveries', 1, { endpoint_id: endpoint.id })
  const attempt = { number: 1, status_code: 200, latency_ms: 83, response_body: 'ok' }
  await insert(
    'webhook_delivery_attempts',
    [{ ...attempt, delivery_id: delivery.id, started_at: platform.clock.now() }],
    'delivery_id',
  )
}

let grown = 0

/** More endpoints, and more deliveries of the first one. */
export async function growWebhooks(
  { platform, tenantId, insert, outbox }: Place,
  n: number,
): Promise<void> {
  const many = Array.from({ length: n }, () => 5_000_000 + ++grown)
  await insert(
    'webhook_endpoints',
    many.map((id) => endpointOf(platform, tenantId, id)),
  )
  count({ outbox }, 'webhooks', n)
  await insert(
    'webhook_deliveries',
    many.map(() => deliveryOf(platform, ENDPOINT, 1)),
  )
  count({ outbox }, 'webhook_deliveries', n, { endpoint_id: ENDPOINT })
}
