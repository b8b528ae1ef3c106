import type { Handler } from '../kit/context.ts'
import { PAGE_LIMIT } from '../kit/page.ts'
import { nullableTimestamp, presentTenant, timestamp } from '../kit/present.ts'

/** The largest JSON body that any operation accepts. */
export const BODY_LIMIT_BYTES = 1_048_576

export const getMe: Handler<'getMe'> = async (ctx) => {
  const { caller: key } = ctx
  return {
    data: {
      tenant: presentTenant(ctx.tenant),
      key: {
        id: key.id,
        label: key.label,
        prefix: key.prefix,
        scopes: [...key.scopes].sort(),
        expires_at: nullableTimestamp(key.expiresAt),
        created_at: timestamp(key.createdAt),
      },
      user: key.user,
      limits: {
        requests_per_minute: key.requestsPerMinute,
        page_size: PAGE_LIMIT,
        body_bytes: BODY_LIMIT_BYTES,
      },
    },
  }
}
