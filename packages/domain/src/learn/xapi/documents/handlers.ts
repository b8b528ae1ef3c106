import type { Handler } from '../../../kit/context.ts'
import { reply } from '../../../kit/reply.ts'
import { versionOf } from '../version.rules.ts'
import {
  askedDocuments,
  mergeDocument,
  putDocument,
  removeDocuments,
  showDocument,
} from './documents.ts'

export const getXapiState: Handler<'getXapiState'> = async (ctx, { header, query }) => {
  const asked = askedDocuments('state', query, versionOf(header))
  const { bytes, mediaType, headers } = await showDocument(ctx, asked, query.since)
  return reply(ctx, 200, bytes as never, { headers, mediaType })
}

export const putXapiState: Handler<'putXapiState'> = (ctx, { header, query, body }) =>
  putDocument(ctx, askedDocuments('state', query, versionOf(header)), body)

export const mergeXapiState: Handler<'mergeXapiState'> = (ctx, { header, query, body }) =>
  mergeDocument(ctx, askedDocuments('state', query, versionOf(header)), body)

export const deleteXapiState: Handler<'deleteXapiState'> = (ctx, { header, query }) =>
  removeDocuments(ctx, askedDocuments('state', query, versionOf(header)))

export const getXapiActivityProfile: Handler<'getXapiActivityProfile'> = async (
  ctx,
  { header, query },
) => {
  const asked = askedDocuments('activityProfile', query, versionOf(header))
  const { bytes, mediaType, headers } = await showDocument(ctx, asked, query.since)
  return reply(ctx, 200, bytes as never, { headers, mediaType })
}

export const putXapiActivityProfile: Handler<'putXapiActivityProfile'> = (
  ctx,
  { header, query, body },
) => putDocument(ctx, askedDocuments('activityProfile', query, versionOf(header)), body)

export const mergeXapiActivityProfile: Handler<'mergeXapiActivityProfile'> = (
  ctx,
  { header, query, body },
) => mergeDocument(ctx, askedDocuments('activityProfile', query, versionOf(header)), body)

export const deleteXapiActivityProfile: Handler<'deleteXapiActivityProfile'> = (
  ctx,
  { header, query },
) => removeDocuments(ctx, askedDocuments('activityProfile', query, versionOf(header)))

export const getXapiAgentProfile: Handler<'getXapiAgentProfile'> = async (
  ctx,
  { header, query },
) => {
  const asked = askedDocuments('agentProfile', query, versionOf(header))
  const { bytes, mediaType, headers } = await showDocument(ctx, asked, query.since)
  return reply(ctx, 200, bytes as never, { headers, mediaType })
}

export const putXapiAgentProfile: Handler<'putXapiAgentProfile'> = (ctx, { header, query, body }) =>
  putDocument(ctx, askedDocuments('agentProfile', query, versionOf(header)), body)

export const mergeXapiAgentProfile: Handler<'mergeXapiAgentProfile'> = (
  ctx,
  { header, query, body },
) => mergeDocument(ctx, askedDocuments('agentProfile', query, versionOf(header)), body)

export const deleteXapiAgentProfile: Handler<'deleteXapiAgentProfile'> = (ctx, { header, query }) =>
  removeDocuments(ctx, askedDocuments('agentProfile', query, versionOf(header)))
