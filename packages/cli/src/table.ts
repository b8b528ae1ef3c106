import { Console } from 'node:console'
import { Writable } from 'node:stream'

/** Rows as a table of text, as Node draws one. */
export function table(rows: readonly object[]): string {
  let text = ''
  const stdout = new Writable({
    write(chunk: Buffer, _encoding, done) {
      text += chunk.toString()
      done()
    },
  })
  new Console({ stdout }).table(rows)
  return text.trimEnd()
}
