import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { findPlayedFile, type NamedLaunch } from '@mobieus/domain/learn'
import type { Request, Response } from 'express'
import type { Services } from '../../services.ts'

/**
 * Serves a file of a package: with the media type of its name, whole or in one range. The type says no encoding, which
 * the files say themselves. A file never changes, as a package does not.
 */
export async function serveFile(
  services: Services,
  named: NamedLaunch,
  req: Request,
  res: Response,
): Promise<void> {
  const asked = ([] as string[]).concat(req.params.path ?? []).join('/')
  // No path has a NUL, which PostgreSQL takes in no text.
  const file = asked.includes('\0') ? undefined : await findPlayedFile(services.db, named, asked)
  if (!file) return void res.status(404).type('text').send('The package has no such file.\n')
  const { start, size_bytes: size, n, storage_key: key } = file
  res.type(path.extname(file.path) || 'bin')
  res.setHeader('Content-Type', String(res.get('Content-Type')).replace(/;.*$/, ''))
  res.set({
    'Accept-Ranges': 'bytes',
    'Cache-Control': 'private, max-age=3600',
    ETag: `"${named.packageId}-${n}"`,
  })
  if (req.fresh) return void res.status(304).end()
  const range = rangeOf(req, size)
  if (range === undefined) return void res.status(416).set('Content-Range', `bytes */${size}`).end()
  const [from, to] = range
  if (req.headers.range !== undefined && (from > 0 || to < size - 1 || isWhole(req)))
    res.status(206).set('Content-Range', `bytes ${from}-${to}/${size}`)
  res.set('Content-Length', String(to - from + 1))
  if (req.method === 'HEAD' || size === 0) return void res.end()
  const bytes = await services.storage.open(key, { start: start + from, end: start + to })
  // A reader who leaves takes the rest no more.
  await pipeline(bytes, res).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error
  })
}

/** Whether a range that is asked for is one, even where it has all bytes. */
const isWhole = (req: Request): boolean => /^bytes=\d*-\d*$/.test(String(req.headers.range))

/** The first and the last byte of what is asked for; `undefined` for a range behind the end. */
function rangeOf(req: Request, size: number): readonly [number, number] | undefined {
  const whole = [0, size - 1] as const
  if (size === 0) return whole
  const ranges = req.range(size)
  if (ranges === -1) return undefined
  if (ranges === undefined || ranges === -2 || ranges.length !== 1 || ranges.type !== 'bytes')
    return whole
  const [range] = ranges
  return range ? [range.start, range.end] : whole
}
