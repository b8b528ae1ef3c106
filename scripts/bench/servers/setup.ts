/** The setup of a contender, as JSON in the environment variable BENCH_SETUP. */
export interface Setup {
  readonly databaseUrl: string
  readonly appSecret: string
  /** False: answers come from memory, everything around them stays. */
  readonly database: boolean
  readonly poolSize: number
  /**
   * The tenant whose posts are listed, and the one that gets replies. The checks find both by host and
   * key.
   */
  readonly reads: { readonly id: number }
  readonly writes: { readonly id: number; readonly author: Author }
}

export interface Author {
  readonly id: number
  readonly username: string
}

/** The usage that a contender reports about itself. */
export interface Usage {
  readonly cpuUs: number
  readonly trips: number
}

export const BASE_DOMAIN = 'bench.localhost'

export const setup = JSON.parse(process.env.BENCH_SETUP ?? '{}') as Setup
