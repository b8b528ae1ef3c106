import { Readable } from 'node:stream'
import type { AnsweredPart } from '@mobieus/contract'
import type { Handler, Partition } from '../../../kit/context.ts'
import { invalidParameter, problem } from '../../../kit/problem.ts'
import { reply } from '../../../kit/reply.ts'
import { isObject, type Json } from '../shapes/check.ts'
import { versionOf } from '../version.rules.ts'
import { mediaTypesIn } from './attachments.rules.ts'
import { askedOf, moreOf, type Query } from './asked.rules.ts'
import { activityIdsOf, canonicalOf, idsOf, wishesOf } from './formats.rules.ts'
import { exactOf } from './kept.rules.ts'
import { findDefinitions } from './known.store.ts'
import { receive, requireJson } from './received.ts'
import * as store from './reading.store.ts'
import { storeStatements } from './writing.ts'

export const createXapiStatements: Handler<'createXapiStatements'> = async (
  ctx,
  { header, body },
) => {
  requireJson(body)
  return storeStatements(ctx, await receive(body), versionOf(header))
}

export const putXapiStatement: Handler<'putXapiStatement'> = async (
  ctx,
  { header, query, body },
) => {
  requireJson(body)
  const received = await receive(body)
  const { statementId } = query
  const own = isObject(received.value) ? received.value.id : undefined
  if (Array.isArray(received.value)) throw invalidParameter('body', 'type', 'must be one statement')
  if (typeof own === 'string' && own.toLowerCase() !== statementId.toLowerCase())
    throw invalidParameter('statementId', 'other_id', 'must be the id of the statement')
  await storeStatements(ctx, received, versionOf(header), statementId)
  return undefined
}

export const listXapiStatements: Handler<'listXapiStatements'> = async (ctx, { header, query }) => {
  const through = await store.findConsistentThrough(ctx)
  const headers = { 'X-Experience-API-Consistent-Through': through.toISOString() }
  const asked = askedOf(query, versionOf(header))
  const { format = 'exact' } = query
  const wishes = wishesOf(header['accept-language'])
  if (asked.kind === 'one') {
    const row = await store.findStatement(ctx, asked.id, asked.isVoided)
    if (!row) throw problem('not_found', 'There is no such resource.', { headers })
    const [text] = await textsOf(ctx, [row], format, wishes)
    return answer(ctx, text as string, [row], query, headers)
  }
  const { rows, last } = await store.listStatements(ctx, asked)
  const texts = await textsOf(ctx, rows, format, wishes)
  const more = last ? moreOf(query, last, asked.until ?? through) : ''
  const text = `{"statements":[${texts.join()}],"more":${JSON.stringify(more)}}`
  return answer(ctx, text, rows, query, headers)
}

type Reading = Parameters<Handler<'listXapiStatements'>>[0]

/** The statements in the format that is asked for, each as JSON. */
async function textsOf(
  ctx: Partition,
  rows: readonly store.StatementRow[],
  format: string,
  wishes: readonly string[],
): Promise<string[]> {
  const texts = rows.map(exactOf)
  if (format === 'exact') return texts
  const values = texts.map((text) => JSON.parse(text) as Json)
  if (format === 'ids') return values.map((value) => JSON.stringify(idsOf(value)))
  const definitions = await findDefinitions(ctx, activityIdsOf(values))
  return values.map((value) => JSON.stringify(canonicalOf(value, definitions, wishes)))
}

async function answer(
  ctx: Reading,
  text: string,
  rows: readonly store.StatementRow[],
  { attachments }: Query,
  consistent: { readonly 'X-Experience-API-Consistent-Through': string },
) {
  const latest = Math.max(...rows.map(({ stored }) => stored.getTime()))
  const headers = {
    ...consistent,
    ...(rows.length > 0 && { 'Last-Modified': new Date(latest).toUTCString() }),
  }
  // The text is what was kept; parsed it would not come out as it came in.
  if (!attachments)
    return reply(ctx, 200, Buffer.from(text) as never, { headers, mediaType: 'application/json' })
  const parts = await partsOf(ctx, rows)
  const json: AnsweredPart = { headers: { 'Content-Type': 'application/json' }, body: text }
  return reply(ctx, 200, [json, ...parts], { headers, mediaType: 'multipart/mixed' })
}

/** The attachments of statements, each content once; its bytes are read when its turn comes. */
async function partsOf(
  ctx: Partition,
  rows: readonly store.StatementRow[],
): Promise<AnsweredPart[]> {
  const types = mediaTypesIn(rows)
  const there = await store.findAttached(ctx, [...types.keys()])
  return [...types]
    .filter(([sha2]) => there.has(sha2))
    .map(([sha2, contentType]) => ({
      headers: {
        'Content-Type': contentType,
        'Content-Transfer-Encoding': 'binary',
        'X-Experience-API-Hash': sha2,
      },
      body: async () => Readable.from([(await store.findAttachment(ctx, sha2)) ?? Buffer.alloc(0)]),
    }))
}
