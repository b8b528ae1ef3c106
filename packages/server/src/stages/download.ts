import { problem, type ByteRange, type Download } from '@mobieus/domain/kit'
import { create as contentDisposition } from 'content-disposition'
import { heldAgainst } from '../http/conditional.ts'
import type { RequestParts } from '../http/read.ts'
import type { Answer } from '../http/router.ts'
import type { Services } from '../services.ts'
import type { ApiExchange } from '../state.ts'

/**
 * Answers a download as RFC 9110 has it. It is `412` where another version is asked for, and `304` for
 * a current copy. One range is `206`, a range behind the end `416`, and all else the file. Several
 * ranges, other units and malformed ones are ignored, as a server may.
 */
export function answerDownload(
  services: Services,
  exchange: ApiExchange,
  request: RequestParts,
  file: Download,
): Answer {
  const { req, headers, state } = exchange
  const etag = `"${file.version}"`
  headers.ETag = etag
  headers['Cache-Control'] = 'private, no-cache'
  const held = heldAgainst(req, etag)
  if (held) return held

  const ifRange = request.header['if-range']
  const wanted = req.method === 'GET' && (ifRange === undefined || ifRange === etag)
  const range = wanted ? rangeOf(request.header.range, file.size) : undefined
  const tenantId = state.tenant?.id as number
  const open = async () => {
    const stream = await services.storage.open(file.storageKey, range)
    // A range further on continues a download that was counted at its beginning.
    if ((range?.start ?? 0) === 0 && file.fileId !== undefined)
      services.downloads.note(tenantId, file.fileId)
    return stream
  }
  const described = {
    'Accept-Ranges': 'bytes',
    'Content-Disposition': contentDisposition(file.name),
  }
  const type = file.mediaType
  if (!range) return { status: 200, text: undefined, type, stream: streamOf(file.size, described) }
  const part = { ...described, 'Content-Range': `bytes ${range.start}-${range.end}/${file.size}` }
  return { status: 206, text: undefined, type, stream: streamOf(range.end - range.start + 1, part) }

  function streamOf(length: number, headers: Record<string, string>) {
    return { open, length, headers }
  }
}

/** One range as numbers; `undefined` for several, for other units and for what is none. */
function rangeOf(header: unknown, size: number): ByteRange | undefined {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/i.exec(String(header)) ?? []
  if (first === '' && last === '') return undefined
  if (first !== '' && last !== '' && Number(last) < Number(first)) return undefined
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first)
  if (start < size)
    return { start, end: first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1) }
  throw problem(
    'range_not_satisfiable',
    `The file has ${size} bytes; the range begins behind them.`,
    { headers: { 'Content-Range': `bytes */${size}` } },
  )
}
