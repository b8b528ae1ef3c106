import type { Handler } from '../kit/context.ts'
import { answerUsers } from './users/listing.ts'

export const searchScim: Handler<'searchScim'> = (ctx, { body }) => answerUsers(ctx, body)
