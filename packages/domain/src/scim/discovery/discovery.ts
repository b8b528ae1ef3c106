import { scimResourceTypes, scimSchemas, type components } from '@mobieus/contract'
import type { AnyContext, Handler } from '../../kit/context.ts'
import { notFound, problem } from '../../kit/problem.ts'
import { BODY_LIMIT_BYTES } from '../../core/me.ts'
import { MOST_OPERATIONS } from '../bulk/requests.rules.ts'
import { DEFAULT_COUNT, MOST_COUNT } from '../paging/paging.rules.ts'
import { addressOf, listMessage } from '../messages.ts'

const CORE = 'urn:ietf:params:scim:schemas:core:2.0'

export const getScimConfig: Handler<'getScimConfig'> = async (ctx) => ({
  schemas: [`${CORE}:ServiceProviderConfig`],
  documentationUri: `${ctx.origin}/docs/guides/scim`,
  patch: { supported: true },
  bulk: { supported: true, maxOperations: MOST_OPERATIONS, maxPayloadSize: BODY_LIMIT_BYTES },
  filter: { supported: true, maxResults: MOST_COUNT },
  changePassword: { supported: false },
  sort: { supported: true },
  etag: { supported: true },
  pagination: {
    cursor: true,
    index: true,
    defaultPaginationMethod: 'index',
    defaultPageSize: DEFAULT_COUNT,
    maxPageSize: MOST_COUNT,
  },
  authenticationSchemes: [
    {
      type: 'oauthbearertoken',
      name: 'SCIM token',
      description: 'A token of the tenant, sent as Authorization: Bearer ms_scim_…',
      specUri: 'https://www.rfc-editor.org/info/rfc6750',
      primary: true,
    },
  ],
  meta: metaOf(ctx, 'ServiceProviderConfig', '/ServiceProviderConfig'),
})

export const listScimResourceTypes: Handler<'listScimResourceTypes'> = async (ctx, { query }) => {
  refuseFilter(query.filter)
  const shown = served.map((each) => presentType(ctx, each))
  return listMessage(shown, { total: shown.length, startIndex: 1 })
}

export const getScimResourceType: Handler<'getScimResourceType'> = async (ctx, { path, query }) => {
  refuseFilter(query.filter)
  const found = served.find(({ name }) => name === path.name)
  if (!found) throw notFound()
  return presentType(ctx, found)
}

export const listScimSchemas: Handler<'listScimSchemas'> = async (ctx, { query }) => {
  refuseFilter(query.filter)
  const shown = schemas.map((each) => presentSchema(ctx, each))
  return listMessage(shown, { total: shown.length, startIndex: 1 })
}

export const getScimSchema: Handler<'getScimSchema'> = async (ctx, { path, query }) => {
  refuseFilter(query.filter)
  const found = schemas.find(({ id }) => id === path.urn)
  if (!found) throw notFound()
  return presentSchema(ctx, found)
}

/** A client would take what a filter leaves out for absent (RFC 7644, 4). */
function refuseFilter(filter: string | undefined): void {
  if (filter === undefined) return
  throw problem('not_allowed', 'Discovery takes no filter.')
}

/** The types that there are paths for, and the schemas of those. */
const served = scimResourceTypes.filter((each) => each.served)
const schemas = scimSchemas.filter(({ id }) =>
  served.some(({ schema, extensions }) =>
    [schema, ...extensions.map((one) => one.schema)].includes(id),
  ),
)

const metaOf = (ctx: Pick<AnyContext, 'origin'>, resourceType: string, path: string) => ({
  resourceType,
  location: addressOf(ctx, path),
})

const presentType = (
  ctx: Pick<AnyContext, 'origin'>,
  { name, endpoint, description, schema, extensions }: (typeof served)[number],
) => ({
  schemas: [`${CORE}:ResourceType`],
  id: name,
  ...{ name, endpoint, description, schema },
  schemaExtensions: [...extensions],
  meta: metaOf(ctx, 'ResourceType', `/ResourceTypes/${name}`),
})

const presentSchema = (
  ctx: Pick<AnyContext, 'origin'>,
  { id, name, description, attributes }: (typeof schemas)[number],
) => ({
  schemas: [`${CORE}:Schema`],
  ...{ id, name, description },
  attributes: attributes as components['schemas']['ScimAttribute'][],
  meta: metaOf(ctx, 'Schema', `/Schemas/${id}`),
})
