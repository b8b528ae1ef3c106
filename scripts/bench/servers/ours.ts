import { handlers } from '@mobieus/domain'
import { presentPost } from '@mobieus/domain/core'
import { readConfig, serve } from '@mobieus/server'
import { fixedRows } from './answers.ts'
import { createPool, report } from './child.ts'
import { cursorsOf, presentPage, type ListQuery } from './present.ts'
import { BASE_DOMAIN, setup } from './setup.ts'

/** This server, as it is. Without the database two of its handlers present rows from memory. */

if (!setup.database) {
  const pool = createPool({ max: 1 })
  const { rows, total, first } = await fixedRows(pool)
  await pool.end()
  const fixed = {
    listPosts: async (ctx: { tenantId: number }, { query }: { query: ListQuery }) =>
      presentPage(rows, total, query.limit ?? 50, cursorsOf(ctx.tenantId, query).seal, presentPost),
    createPost: async () => ({ data: presentPost(first) }),
  }
  Object.assign(handlers, fixed)
}

const server = await serve({
  config: readConfig({
    PORT: '0',
    NODE_ENV: 'production',
    BASE_DOMAINS: BASE_DOMAIN,
    APP_SECRET: setup.appSecret,
    LOG_LEVEL: 'silent',
    DATABASE_STATEMENTS: process.env.DATABASE_STATEMENTS,
  }),
  databaseUrl: setup.databaseUrl,
  poolSize: setup.poolSize,
})
report(server.port, server.services.db.pool)
