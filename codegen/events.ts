import type { Model } from './model.ts'
import { banner, key, quoted } from './print.ts'

/** The source of `events.ts`: the webhooks of the contract as a typed catalogue. */
export function emitEvents(model: Model): string {
  const types = model.events.map(
    ({ type, summary, deprecated }) =>
      `  /** ${deprecated ? '@deprecated ' : ''}${comment(summary)} */\n  ${quoted(type)},\n`,
  )
  const entries = model.events.map(
    ({ type, method, summary, deprecated }) =>
      `  /** ${deprecated ? '@deprecated ' : ''}${comment(summary)} */\n` +
      `  ${key(type)}: BodyOf<webhooks[${quoted(type)}][${quoted(method)}]>\n`,
  )
  const source = types.length > 0 ? bodyOf : ''
  return `${banner}${source}
/** Every event type, in the contract's order. */
export const eventTypes = [${types.length > 0 ? `\n${types.join('')}` : ''}] as const

export type EventType = (typeof eventTypes)[number]

/** The whole event by its type, as the log keeps it and a webhook delivers it. */
export interface EventOf {${entries.length > 0 ? `\n${entries.join('')}` : ''}}

/** The data of an event of this type, without its envelope. */
export type EventDataOf<T extends EventType> = EventOf[T] extends { data: infer Data } ? Data : EventOf[T]

/** Any event; its \`type\` tells them apart. */
export type WebhookEvent = EventOf[EventType]
`
}

const bodyOf = `import type { webhooks } from './schema.ts'

type BodyOf<Webhook> = Webhook extends {
  requestBody?: { content: { 'application/json': infer Body } }
}
  ? Body
  : never
`

function comment(text: string): string {
  return text.replaceAll('*/', '* /').replace(/\s+/g, ' ')
}
