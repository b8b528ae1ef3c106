import type { Database } from '@mobieus/db'
import { surfaces } from '@mobieus/domain'
import { listTenants } from '@mobieus/domain/admin'
import type { Drift } from '@mobieus/domain/kit'
import { checkCounters, recount as recountPartition } from '@mobieus/domain/platform'
import { form, type Command, type Terminal } from '../command.ts'
import { withDatabase } from '../database.ts'
import { table } from '../table.ts'

const LINE_EVERY_MS = 1_000

const all = form({
  options: { tenant: 'text', check: 'flag' },
  run: ({ options: { tenant, check } }, terminal) =>
    withDatabase(terminal, (db) =>
      check ? checkAll(db, tenant, terminal) : repairAll(db, tenant, terminal),
    ),
})

export const recount: Command = {
  name: 'recount',
  usage: [
    '  mobieus recount [--tenant SLUG] [--check]',
    '                                      correct counters that do not say what there is, beside',
    '                                      servers and workers; --check only reports them',
  ],
  forms: [all],
}

/** A counter that has drifted, as the report shows it. */
interface Line {
  readonly tenant: string
  readonly partition: string
  readonly counter: string
  readonly value: number
  readonly rows: number
}

async function checkAll(db: Database, slug: string | undefined, { print }: Terminal) {
  const { partitions, lines } = await walk(db, slug, print, (id) => checkCounters(db, surfaces, id))
  if (lines.length === 0) return print(`Every counter of ${partitions} partitions is right.`)
  print(table(lines))
  throw new Error(`counters that have drifted: ${lines.length}; without --check they are corrected`)
}

async function repairAll(db: Database, slug: string | undefined, { print }: Terminal) {
  const { partitions, lines } = await walk(db, slug, print, (id) =>
    recountPartition(db, surfaces, id),
  )
  if (lines.length === 0) return print(`Every counter of ${partitions} partitions is right.`)
  print(table(lines))
  const left = lines.filter(({ repaired }) => !repaired).length
  print(`Counters corrected: ${lines.length - left}.`)
  if (left > 0)
    print(
      `Counters left: ${left}. A counter of all events that is ahead of its log stays, because callers may ` +
        'have been told to go on from there; the next event goes on from it, too.',
    )
}

/** Looks at every partition, or those of one tenant, one after the other; tells how far it is. */
async function walk<D extends Drift>(
  db: Database,
  slug: string | undefined,
  print: Terminal['print'],
  look: (tenantId: number) => Promise<readonly D[]>,
): Promise<{ partitions: number; lines: (Line & Omit<D, keyof Drift>)[] }> {
  const tenants = (await listTenants(db)).filter((each) => slug === undefined || each.slug === slug)
  if (slug !== undefined && tenants.length === 0) throw new Error(`there is no tenant ${slug}`)
  const lines: (Line & Omit<D, keyof Drift>)[] = []
  let saidAt = Date.now()
  for (const [i, { id, slug, environment }] of tenants.entries()) {
    for (const { name, counter, rows, ...rest } of await look(id))
      lines.push({
        tenant: slug,
        partition: environment,
        counter: name,
        value: counter,
        rows,
        ...rest,
      })
    if (Date.now() - saidAt < LINE_EVERY_MS) continue
    print(`${i + 1} of ${tenants.length} partitions, counters that have drifted: ${lines.length}`)
    saidAt = Date.now()
  }
  return { partitions: tenants.length, lines }
}
