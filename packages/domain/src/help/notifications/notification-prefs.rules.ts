import type { components } from '@mobieus/contract'

type Pref = components['schemas']['NotificationPref']

/** The id that the tenant's own preferences have. */
export const TENANT_ID = 0

/** Events that are told of unless somebody has turned them off, by each channel. */
const EVENT_KEYS = [
  'ticket.created',
  'ticket.replied',
  'ticket.status_changed',
  'ticket.assigned',
  'sla.at_risk',
  'sla.breached',
]
const CHANNELS = ['email']

/** A preference as it was set. */
export interface SetPref {
  readonly scope: string
  readonly event_key: string
  readonly channel: string
  readonly enabled: boolean
}

const isOf = (event_key: string, channel: string) => (set: SetPref) =>
  set.event_key === event_key && set.channel === channel

/** The preference that holds: as set for the scope, else for the tenant, else on. */
export function prefOf(set: readonly SetPref[], event_key: string, channel: string): Pref {
  const found = set.filter(isOf(event_key, channel))
  const nearest = found.find(({ scope }) => scope !== 'tenant_default') ?? found[0]
  const { enabled = true, scope: source = 'built_in' } = nearest ?? {}
  return { event_key, channel, enabled, source: source as Pref['source'] }
}

/** The preferences that hold, of every name that is known or was set. */
export function prefsOf(set: readonly SetPref[]): Pref[] {
  const known = EVENT_KEYS.flatMap((event_key) =>
    CHANNELS.map((channel) => ({ event_key, channel })),
  )
  const names = new Map(
    [...known, ...set].map((each) => [`${each.event_key} ${each.channel}`, each] as const),
  )
  return [...names.values()].map(({ event_key, channel }) => prefOf(set, event_key, channel))
}
