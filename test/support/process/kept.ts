import { once } from 'node:events'

/** `TEST_KEEP=1`: a test's database stays, to be looked at, and is named with its file. */
export const keepsDatabases = (): boolean => process.env.TEST_KEEP === '1'

/** Names a database that stays. */
export function tellKept(url: string, print: (text: string) => unknown = toTerminal): void {
  const running = (globalThis as { expect?: { getState(): { testPath?: string } } }).expect
  print(`kept for ${running?.getState().testPath ?? 'this run'}: psql '${url}'\n`)
}

/** Waits for Enter, or the end of the input, with the cluster of the run still there. */
export async function untilLookedAt(
  input: NodeJS.ReadableStream = process.stdin,
  print: (text: string) => unknown = toTerminal,
): Promise<void> {
  print('The databases above can be looked at until you press Enter.\n')
  input.resume()
  await Promise.race([once(input, 'data'), once(input, 'end'), once(input, 'close')])
  input.pause()
}

// Past Jest, which would put its own lines around it.
const toTerminal = (text: string) => process.stderr.write(text)
