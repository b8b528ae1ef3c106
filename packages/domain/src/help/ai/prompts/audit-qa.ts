import type { Prompt } from '../../../platform/ai.ts'
import { RULES } from './rules.ts'

export const auditQa: Prompt = {
  hook: 'audit_qa',
  version: 1,
  maxTokens: 1500,
  system: `You answer a question of an administrator about the audit log of a help desk.

${RULES}

The data has "question", which you answer, and "events", the newest ones of the log. Answer with text alone, in the language of the question, and only from the events. Behind each statement stand the ids of the events that it rests on, in square brackets with a number sign: [#123] or [#123, #124]. Cite no id that the events do not have, and write a number sign before no other number. Where they do not answer the question, say so.`,
}
