import { transact, type Database } from '@mobieus/db'
import { surfaces } from '@mobieus/domain'
import { repairDrift } from '@mobieus/domain/kit'
import { placeFirst } from '@mobieus/domain/platform'

/** Every list with counters; the log's as well, which was filled without them. */
const lists = surfaces
  .flatMap((each) => each.lists)
  .map((list) => ({ ...list, positions: undefined }))

/** Writes the counters of a filled tenant, as the API would have left them. */
export const fillCounters = (database: Database, tenantId: number): Promise<unknown> =>
  transact(
    database,
    tenantId,
    async ({ tx }) => {
      await placeFirst({ tx, tenantId })
      await repairDrift({ tx, tenantId }, lists)
      await placeFirst({ tx, tenantId })
    },
    undefined,
    { bulk: true },
  )
