import { workOnFiles } from '../process/file-work.ts'
import { unzipped } from '../unzipped.ts'
import { zipped } from '../zipped.ts'
import { localFetch } from './local-fetch.ts'
import type { Json, Platform } from './platform.ts'
import type { Wiki } from './wiki.ts'

/** Exports and imports of a wiki. */

/** Downloads an export with a key that only reads. */
export async function fetchExport(wiki: Wiki, id: number, headers: Record<string, string> = {}) {
  const key = await wiki.tenant.key({ scopes: ['know:read'] })
  const url = `${wiki.tenant.url}/api/v1/know/exports/${id}/content`
  return localFetch(url, { headers: { authorization: `Bearer ${key}`, ...headers } })
}

/** The files of an export that is made now, and its bytes. */
export async function exportWiki(
  platform: Platform,
  wiki: Wiki,
): Promise<readonly [Record<string, string>, Buffer]> {
  const { id } = await wiki.ok('/exports')
  await workOnFiles(platform, wiki.tenant.live.tenantId)
  const bytes = Buffer.from(await (await fetchExport(wiki, id)).arrayBuffer())
  return [await unzipped(bytes), bytes]
}

/** Sends a zip; answers status and body. */
export async function sendZip(wiki: Wiki, zip: Buffer, options: Record<string, string> = {}) {
  const form = new FormData()
  form.append('file', new File([new Uint8Array(zip)], 'pages.zip'))
  for (const [name, value] of Object.entries(options)) form.append(name, value)
  const key = await wiki.tenant.key()
  const answer = await localFetch(`${wiki.tenant.url}/api/v1/know/imports`, {
    ...{ method: 'POST', body: form, headers: { authorization: `Bearer ${key}` } },
  })
  return { status: answer.status, body: (await answer.json()) as Json }
}

/** Imports a zip to its end; answers the import and its results, which are known by their paths as well. */
export async function importZip(
  platform: Platform,
  wiki: Wiki,
  zip: Buffer,
  options: Record<string, string> = {},
) {
  const { status, body } = await sendZip(wiki, zip, options)
  if (status !== 202) throw new Error(JSON.stringify(body))
  await workOnFiles(platform, wiki.tenant.live.tenantId)
  const { body: shown } = await wiki.read(`/imports/${body.data.id}`)
  const { body: list } = await wiki.read(`/imports/${body.data.id}/results?limit=100`)
  if (list.total_count !== list.data.length) throw new Error(`a total of ${list.total_count}`)
  const results: Json[] = list.data
  return { shown: shown.data, results, of: new Map(results.map((each) => [each.path, each])) }
}

/** A zip of files by their names. */
export const zipOf = (named: Record<string, string>): Buffer =>
  zipped(Object.entries(named).map(([name, bytes]) => ({ name, bytes })))
