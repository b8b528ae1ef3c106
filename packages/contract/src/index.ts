export type {
  AnswerHeaders,
  components,
  EventDataOf,
  MediaType,
  Redirect,
  Produced,
  Request,
  Status,
  Success,
} from './request.ts'
export type {
  AnsweredPart,
  AnswerHeadersOf,
  BinaryAnswer,
  Known,
  MediaTypeOf,
  RedirectOf,
  ReceivedBytes,
  ReceivedPart,
  RequestOf,
  StatusOf,
  SuccessOf,
  UploadedFile,
} from './shapes.ts'
export type {
  components as OpenComponents,
  operations as schema,
  paths,
  webhooks,
} from './generated/schema.ts'
export {
  answerHeaders,
  bases,
  contract,
  operations,
  rateClasses,
  type AnswerKind,
  type BaseRow,
  type BodyKind,
  type DialectName,
  type FormField,
  type OperationId,
  type OperationRow,
  securitySchemes,
  type ParameterRow,
  type SecurityScheme,
  type SecuritySchemeRow,
} from './generated/operations.ts'
export { holdsIfMatch, holdsIfNoneMatch, parseTags } from './entity-tags.ts'
export { errorCodes, type ErrorCode } from './generated/errors.ts'
export { eventTypes, type EventType, type WebhookEvent } from './generated/events.ts'
export {
  scimCommonAttributes,
  scimResourceTypes,
  scimSchemas,
  type ScimAttribute,
  type ScimResourceType,
  type ScimSchema,
} from './generated/scim.ts'
export { listFaults, MOST_FAULTS, Problem, type FieldFault, type ProblemExtras } from './problem.ts'
export { httpDateMs, retryAfterMs } from './retry-after.ts'
