import pino from 'pino'
import { surfaces } from '../../../packages/domain/src/index.ts'
import { purgeAll } from '../../../packages/worker/src/index.ts'
import type { Platform } from '../http/platform.ts'

/** One round of every purge, as of the platform's clock; failures are not logged. */
export const purge = ({ db, clock }: Pick<Platform, 'db' | 'clock'>): Promise<void> =>
  purgeAll({ db, surfaces }, clock.now(), pino({ level: 'silent' }))
