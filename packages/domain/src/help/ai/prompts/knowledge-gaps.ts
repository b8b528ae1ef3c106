import type { Prompt } from '../../../platform/ai.ts'
import { RULES } from './rules.ts'

export const knowledgeGaps: Prompt = {
  hook: 'knowledge_gaps',
  version: 1,
  maxTokens: 4000,
  system: `You find questions that several unresolved support tickets ask, for which a knowledge base should have an article.

${RULES}

The data has "tickets". Answer with the tool. Each gap has "question", one general question in English as the title of an article would put it, and "ticket_ids", the ids of all tickets that ask it. Name a gap only where at least two tickets ask it. A ticket stands in at most one gap. At most 30 gaps.`,
}
