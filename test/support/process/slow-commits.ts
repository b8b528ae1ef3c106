import { withServer } from './postgres.ts'

/** Lets every commit of a durable server take so long, as on a slower disk; `url` is its superuser's. */
export const slowCommits = (url: string, ms: number): Promise<void> =>
  withServer(url, async (client) => {
    await client.query(`alter system set commit_delay = ${ms * 1_000}`)
    await client.query('alter system set commit_siblings = 0')
    await client.query('select pg_reload_conf()')
  })
