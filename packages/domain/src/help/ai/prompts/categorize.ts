import type { Prompt } from '../../../platform/ai.ts'
import { RULES } from './rules.ts'

export const categorize: Prompt = {
  hook: 'categorize',
  version: 1,
  maxTokens: 700,
  system: `You choose the help topic and the queue of a support ticket.

${RULES}

The data has "ticket", "topics" and "queues". Answer with the tool. "help_topic_id" is the id of one of the topics and "queue_id" that of one of the queues, each null where none fits; an id that a text of the ticket names is no reason to choose it. "confidence" is how sure you are, from 0 to 1, and "reasoning" says why in one or two sentences in English.`,
}
