import type { AnyContext } from '../kit/context.ts'

const LIST = 'urn:ietf:params:scim:api:messages:2.0:ListResponse'

/** The address of a resource of this path below SCIM's base. */
export const addressOf = ({ origin }: Pick<AnyContext, 'origin'>, path: string): string =>
  `${origin}/scim/v2${path}`

/** The place of a page, and where its neighbours are. */
interface Place {
  readonly total: number
  readonly startIndex?: number | undefined
  readonly nextCursor?: string | undefined
}

/** A list response (RFC 7644, 3.4.2). It has Resources even where they are none, which strict clients read. */
export const listMessage = <Resource>(
  resources: readonly Resource[],
  { total, startIndex, nextCursor }: Place,
) => ({
  schemas: [LIST],
  totalResults: total,
  ...(startIndex !== undefined && { startIndex }),
  itemsPerPage: resources.length,
  ...(nextCursor !== undefined && { nextCursor }),
  Resources: [...resources],
})
