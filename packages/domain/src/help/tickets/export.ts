import type { components } from '@mobieus/contract'
import type { Handler } from '../../kit/context.ts'
import { closePage, openPage } from '../../kit/page.ts'
import { listChanged, placeChanged, readExport } from './export.store.ts'
import { presentTicket } from './presentation.ts'
import type { TicketRow } from './tickets.store.ts'

type Exported = components['schemas']['TicketExported']

/** More than a page holds, so that what a page leaves has its place. */
const BATCH = 1000

/** Places what was committed before, in a transaction of its own, and then reads; on a standby it only reads. */
export const exportTickets: Handler<'exportTickets'> = async (ctx, { query }) => {
  const page = openPage(ctx, query)
  const after = Number(page.after?.[0] ?? 0)
  const readPage = () => ctx.read((reading) => listChanged(reading, after, page.limit + 1))
  // Whether any waits is asked first: those that another export places meanwhile are on the page already.
  const { total, waits } = await ctx.read(readExport)
  const first = await readPage()
  const isPlaced = first.length <= page.limit && waits && (await place(ctx))
  const rows = isPlaced ? await readPage() : first
  const keyOf = (row: TicketRow) => [row.change_number as number]
  const closed = closePage(page, { rows, total, keyOf }, presentExported)
  const last = rows.at(-1)?.change_number ?? after
  return closed.has_more ? closed : { ...closed, next_cursor: page.seal([last]) }
}

const READ_ONLY = '25006' // "cannot execute INSERT in a read-only transaction"

async function place(ctx: Parameters<typeof exportTickets>[0]): Promise<boolean> {
  try {
    await ctx.write((writing) => placeChanged(writing, BATCH))
    return true
  } catch (error) {
    if ((error as { code?: string }).code !== READ_ONLY) throw error
    return false
  }
}

/** A ticket as an export shows it; one that was merged into another says only that. */
function presentExported(row: TicketRow): Exported {
  const { id, reference, merged_into = null, ...rest } = presentTicket(row)
  const ticket = { ...rest, id, reference, merged_into }
  return merged_into === null
    ? { id, reference, kind: 'ticket', ticket, merged_into }
    : { id, reference, kind: 'merged', ticket: null, merged_into }
}
