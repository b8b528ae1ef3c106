export type { ErrorCode, EventType, OperationId, WebhookEvent } from '@mobieus/contract'
export type { Answer, CallArguments, CallOptions, CallRequest } from './call.ts'
export { createClient, type Client, type ClientOptions } from './client.ts'
export { ApiError, type ErrorFacts } from './error.ts'
export { follow, type FollowOptions, type FollowQuery } from './follow.ts'
export type { RawBody } from './hmac.ts'
export { paginate, type ListId, type Pages, type Row } from './paginate.ts'
export type { Fetch, RetryOptions } from './retry.ts'
export { SignatureError, type SignatureFault } from './signature-error.ts'
export {
  constructEvent,
  signPayload,
  type SignatureHeaders,
  type VerifyOptions,
} from './webhook.ts'
