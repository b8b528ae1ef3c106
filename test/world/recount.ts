import { reader, transact } from '../../packages/db/src/index.ts'
import { surfaces } from '../../packages/domain/src/index.ts'
import * as kit from '../../packages/domain/src/kit/index.ts'
import type { Platform } from '../support/http/platform.ts'

/** Every list that has counters. */
export const lists = surfaces.flatMap((each) => each.lists)

/** The counters of a partition that do not say what there is. */
export const findDrift = ({ db }: Platform, tenantId: number): Promise<kit.Drift[]> =>
  kit.findDrift({ tx: reader(db, tenantId), tenantId }, lists)

/** Corrects them, and answers those that it has corrected. */
export const repairDrift = ({ db }: Platform, tenantId: number): Promise<kit.Drift[]> =>
  transact(db, tenantId, ({ tx }) => kit.repairDrift({ tx, tenantId }, lists))
