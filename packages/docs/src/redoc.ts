import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

const emptyPicture = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw=='

/** The changes of Redoc's bundle: each text stands in it once. */
const changes: readonly (readonly [from: string, to: string])[] = [
  // The one thing that Redoc fetches from elsewhere: the picture beside "API docs by Redocly". The
  // words and the link stay.
  ['https://cdn.redoc.ly/redoc/logo-mini.svg', emptyPicture],
  // Colours that neither its theme nor a stylesheet reaches; unreadable on dark paper.
  ['color: #0e7c86', 'color: var(--pattern)'],
  [
    '`\\n      color: white;\\n      background-color: ${',
    '`color: var(--paper); background-color: ${',
  ],
  ['background-color: white;\\n      `}', 'background-color: var(--paper);`}'],
]

/**
 * Redoc in one file, from its npm package, and the licences of what is in it. Asks nobody but its own
 * origin. Throws when a text that is to be changed is not there exactly once. Then it is another
 * version of Redoc, to be looked at again.
 */
export async function readRedoc(): Promise<{ script: string; licence: string }> {
  const file = require.resolve('redoc/bundles/redoc.standalone.js')
  const source = await readFile(file, 'utf8')
  const script = changes.reduce(replaceOnce, source)
  return {
    // The maps are not published; browsers with open tools would ask for them.
    script: script.replaceAll(/\/\/# sourceMappingURL=[\w.]+\.map/g, ''),
    licence: await readFile(`${file}.LICENSE.txt`, 'utf8'),
  }
}

function replaceOnce(source: string, [from, to]: readonly [string, string]): string {
  const parts = source.split(from)
  if (parts.length === 2) return parts.join(to)
  throw new Error(`redoc.standalone.js has ${parts.length - 1} times, not once: ${from}`)
}
