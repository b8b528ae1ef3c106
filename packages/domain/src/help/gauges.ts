import { directory } from '@mobieus/db'
import type { Gauge } from '../kit/surface.ts'
import { workLags } from '../platform/sweep.ts'
import * as store from './gauges.store.ts'
import { slaClock } from './sla/clock.ts'

const MOST = 10_000

/** The tickets that wait for an agent. */
export const ticketsWaiting: Gauge = {
  name: 'mobieus_help_tickets_waiting',
  help: 'Tickets that wait for an agent, up to ten thousand of the whole installation.',
  read: (db) => store.countWaiting(directory(db), MOST),
}

/** The mails that wait to be sent. */
export const mailsWaiting: Gauge = {
  name: 'mobieus_help_mails_waiting',
  help: 'Mails that wait to be sent, up to ten thousand of the whole installation.',
  read: async (db) => (await store.findMailsWaiting(directory(db), MOST)).waiting,
}

/** The age of the oldest of them. */
export const mailLag: Gauge = {
  name: 'mobieus_help_mail_lag_seconds',
  help: 'Age of the oldest mail that waits to be sent; 0 where none does.',
  read: async (db) => {
    const { oldest } = await store.findMailsWaiting(directory(db), MOST)
    return oldest ? Math.max(0, (Date.now() - oldest.getTime()) / 1000) : 0
  },
}

/** The lag of the clock behind the tickets whose SLA state changes by the time. */
export const slaLag: Gauge = {
  name: 'mobieus_help_sla_lag_seconds',
  help: 'How long the longest overdue change of an SLA state waits; 0 where none is overdue.',
  read: async (db) => (await workLags(db, [slaClock.name], new Date())).get(slaClock.name) ?? 0,
}
