import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { document, table } from '../support/contract/contract.ts'
import { startPlatform, type Platform } from '../support/http/platform.ts'
import { requestsOf } from '../support/contract/requests.ts'
import { buildWorld } from '../world/world.ts'

/**
 * Valid and spoilt requests go to every operation. We and the judge, two implementations that share
 * nothing but the contract, accept the same and refuse the same. The judge speaks in `settle`.
 */

// One is enough for each schema and each fault; `npm run check:fuzz` draws others every time.
const SEED = 1
/** Kinds of parameters that were spoiled in every way. */
const spoilt = new Set<string>()
/**
 * Refusals of a handler beyond its schema: references to nothing, times out of reach, URLs that lead
 * nowhere good. Time zones, hours and targets that are none are among them. Conditions of a
 * write that list no entity tag are, and senders without an address. So are rules that
 * lack what the kind of a condition or an action needs.
 */
const BY_MEANING =
  /"code":"(?:not_found|cursor|entity_tag|not_allowed|leaving|other_partition|too_early|too_late|url|https_only|blocked_address|local_time|time_zone|not_after|overlaps|twice|no_target|unreachable|missing|past)"|"field":"(?:from|message_id)","code":"required"/

/** The same of SCIM's, whose filters, paths and resources may be none; those of its schemas are `validation_failed`. */
const BY_MEANING_OF_SCIM =
  /(?:"scimType":"(?:invalid\w+|noTarget)"|must list entity tags).*errors\/invalid_request>/s

/** The same of xAPI's, whose agents, IRIs and times are text for the schema. */
const BY_MEANING_OF_XAPI = /"code":"(?:agent|iri|timestamp)"/

/** The judge's word on the operation before: it judges beside the requests of the next one. */
let judged: Promise<Error | undefined> | undefined
async function judgeAgrees(): Promise<void> {
  const fault = await judged
  if (fault) throw fault
}

let platform: Platform
beforeAll(async () => {
  platform = await startPlatform()
  await buildWorld(platform, platform.tenant.live.tenantId)
})
afterAll(() => platform.close())

test.each(table)('%s', async (id, row) => {
  // JSON that is handed over as text is checked by the rules of its standard alone.
  const isRaw = row.body?.content['application/json'] === 'bytes'
  const broken: string[] = []
  const requests = requestsOf(document, id, { seed: SEED, spoilt })
  for (const { label, method, path, query, headers, body, valid } of requests) {
    const url = query === '' ? path : `${path}?${query}`
    const answer = await platform.call(url, { method, headers, body }).catch((error: Error) => {
      throw new Error(`${label}: ${method} ${url}`, { cause: error })
    })
    const { status, text } = answer
    const told = `${text} ${answer.headers.get('link') ?? ''}`
    const refused = [400, 413, 415, 422].includes(status)
    const byMeaning =
      BY_MEANING.test(text) || BY_MEANING_OF_SCIM.test(told) || BY_MEANING_OF_XAPI.test(text)
    const contrary = valid && refused && !byMeaning && !isRaw
    if (status >= 500 || contrary)
      broken.push(`${label}: ${method} ${url} → ${status} ${text}\n${body}`)
  }
  expect(broken).toEqual([])
  await judgeAgrees()
  judged = platform.witness.settle().then(
    () => undefined,
    (cause: Error) => new Error(`${id}: ${cause.message}`),
  )
})

test('the judge agrees about the last one, too', judgeAgrees)
