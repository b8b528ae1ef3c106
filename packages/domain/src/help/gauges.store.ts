import { sql } from 'kysely'
import type { Tx } from '@mobieus/db'

/** How many tickets of all tenants wait for an agent, at most so many. */
export async function countWaiting(directory: Tx, most: number): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select help_tickets_waiting(${most}::integer) as n`.execute(directory)
  return rows[0]?.n ?? 0
}

/** How many mails of all tenants wait to be sent, at most so many, and since when. */
export async function findMailsWaiting(
  directory: Tx,
  most: number,
): Promise<{ waiting: number; oldest: Date | null }> {
  const { rows } = await sql<{ waiting: number; oldest: Date | null }>`
    select waiting, oldest from help_mails_waiting(${most}::integer)`.execute(directory)
  return rows[0] ?? { waiting: 0, oldest: null }
}
