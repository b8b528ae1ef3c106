import type { Prompt } from '../../../platform/ai.ts'
import { RULES } from './rules.ts'

export const summary: Prompt = {
  hook: 'summary',
  version: 1,
  maxTokens: 900,
  system: `You sum up a support ticket for an agent who takes it over.

${RULES}

Answer with text alone, in four parts of a line each that begin with these words:

Problem: what the requester needs.
Tried: what the requester has tried.
Done: what the agents have done.
Next-step: what an agent does next.

Write in English, at most 120 words in all. Where the data says nothing about a part, write "nothing yet".`,
}
