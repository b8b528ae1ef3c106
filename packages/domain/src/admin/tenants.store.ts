import type { Kysely, Updateable } from 'kysely'
import type { Tables } from '@mobieus/db'
import { announcedTenant } from '../kit/announce.ts'
import type { Tenant } from '../kit/context.ts'

type Directory = Kysely<Tables>

/** Inserts both partitions and answers their ids. */
export async function insertTenant(
  directory: Directory,
  { slug, name, plan }: { slug: string; name: string; plan: string },
): Promise<Record<'live' | 'test', number>> {
  const rows = await directory
    .insertInto('tenants')
    .values(['live', 'test'].map((environment) => ({ slug, name, plan, environment })))
    .returning(['id', 'environment'])
    .execute()
  const id = (environment: string) =>
    rows.find((row) => row.environment === environment)?.id as number
  return { live: id('live'), test: id('test') }
}

export async function findTenant(directory: Directory, slug: string) {
  const rows = await directory.selectFrom('tenants').selectAll().where('slug', '=', slug).execute()
  const live = rows.find((row) => row.environment === 'live')
  const test = rows.find((row) => row.environment === 'test')
  return live && test && { live, test }
}

/** The texts of both partitions as they are, until the transaction ends. */
export const lockAppInis = (directory: Directory, slug: string) =>
  directory
    .selectFrom('tenants')
    .select(['id', 'app_ini'])
    .where('slug', '=', slug)
    .orderBy('id')
    .forUpdate()
    .execute()

export const setAppIni = (directory: Directory, slug: string, text: string) =>
  update(directory, slug, { app_ini: text })

export const setPlan = (directory: Directory, slug: string, plan: Tenant['plan']) =>
  update(directory, slug, { plan })

/** Changes both partitions, and tells it to every process. */
const update = (directory: Directory, slug: string, change: Updateable<Tables['tenants']>) =>
  directory
    .updateTable('tenants')
    .set(change)
    .where('slug', '=', slug)
    .returning(announcedTenant().as('announced'))
    .execute()

export const listTenants = (directory: Directory) =>
  directory
    .selectFrom('tenants')
    .select(['id', 'slug', 'environment', 'name', 'plan', 'created_at'])
    .orderBy('id')
    .execute()
