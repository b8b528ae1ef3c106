import {
  createSigningSecret,
  fingerprintOf,
  secretPlace,
} from '../../../packages/domain/src/platform/index.ts'
import { grownId, type Part, type Place } from '../part.ts'

const ENDPOINT = 17
const DELIVERY = 90210

/** An endpoint, and a delivery to it of the newest event. */
export const part: Part = {
  ids: { webhooks: ENDPOINT },
  furnish(place) {
    const { at, now, insert } = place
    insert('webhook_endpoints', [endpointOf(place, at(ENDPOINT))])
    deliver(place, [{ id: at(DELIVERY) }])
    const attempt = { number: 1, status_code: 200, latency_ms: 83, response_body: 'ok' }
    insert('webhook_delivery_attempts', [
      { ...attempt, delivery_id: at(DELIVERY), started_at: now },
    ])
  },
  grow(place, numbers) {
    place.insert(
      'webhook_endpoints',
      numbers.map((i) => endpointOf(place, grownId(i))),
    )
    deliver(
      place,
      numbers.map((i) => ({ id: grownId(i) })),
    )
  },
}

function endpointOf({ tenantId, now, sealSecret }: Place, id: number) {
  const secret = createSigningSecret()
  return {
    id,
    url: 'https://hooks.example.com/mobieus',
    description: 'Mirror of the forum',
    subscribed_events: ['*'],
    status: 'active',
    consecutive_failures: 0,
    since_position: 0,
    secret: sealSecret(secret, secretPlace(tenantId, id)),
    secret_fingerprint: fingerprintOf(secret),
    created_at: now,
  }
}

function deliver({ at, now, insertAfterEvents }: Place, deliveries: readonly { id: number }[]) {
  const common = { endpoint_id: at(ENDPOINT), event_type: 'post.created', status: 'succeeded' }
  const done = { attempt_count: 1, created_at: now, completed_at: now }
  insertAfterEvents('webhook_deliveries', ({ position: event_position }) =>
    deliveries.map(({ id }) => ({ id, ...common, ...done, event_position })),
  )
}
