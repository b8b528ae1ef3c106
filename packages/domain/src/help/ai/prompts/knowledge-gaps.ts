import type { Prompt } from '../../../platform/ai.ts'
import { RULES } from './rules.ts'

export const knowledgeGaps: Prompt = {
  hook: 'knowledge_gaps',
  version: 2,
  maxTokens: 4000,
  system: `You find questions that several unresolved support tickets ask, for which a knowledge base should have an article.

${RULES}

The data has "tickets", and "weak_pages", the articles that readers found unhelpful lately. Where tickets ask what such an article is about, the question says what it leaves open. Answer with the tool. Each gap has "question", one general question in English as the title of an article would put it, and "ticket_ids", the ids of all tickets that ask it. Name a gap only where at least two tickets ask it. A ticket stands in at most one gap. At most 30 gaps.`,
}
