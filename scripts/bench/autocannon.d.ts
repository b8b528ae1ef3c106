declare module 'autocannon' {
  interface Options {
    url: string
    connections: number
    duration: number
    /** How often it looks at the clock, in milliseconds. */
    sampleInt: number
    method: 'GET' | 'POST'
    headers: Readonly<Record<string, string>>
    body?: string
  }
  interface Result {
    requests: { total: number }
    duration: number
    latency: { p50: number; p99: number }
    non2xx: number
    errors: number
    '2xx': number
  }
  // eslint-disable-next-line no-restricted-syntax -- this is how it exports itself
  export default function autocannon(options: Options): Promise<Result>
}
