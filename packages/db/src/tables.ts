/** The tables, as generated from the migrated database. */
export type { DB as Tables } from './generated/tables.ts'
