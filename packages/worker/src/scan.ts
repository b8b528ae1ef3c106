import { Readable } from 'node:stream'
import type { Scan } from '@mobieus/domain/kit'

const PATIENCE_MS = 120_000

/**
 * The operator's scanner: it gets the bytes by POST and answers 200 with `{"clean": true}` or `false`.
 * Without a scanner every file is clean.
 */
export function createScan(url: string | undefined): Scan {
  if (url === undefined) return async () => true
  return async (bytes, { name, size }) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/octet-stream',
        'Content-Length': String(size),
        'X-File-Name': encodeURIComponent(name),
      },
      body: Readable.toWeb(bytes),
      duplex: 'half',
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE_MS),
    } as RequestInit)
    const verdict = (await response.json().catch(() => undefined)) as
      { clean?: unknown } | undefined
    if (response.status !== 200 || typeof verdict?.clean !== 'boolean')
      throw new Error(`the scanner answered ${response.status} without a verdict`)
    return verdict.clean
  }
}
