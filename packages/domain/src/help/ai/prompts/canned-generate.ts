import type { Prompt } from '../../../platform/ai.ts'
import { RULES } from './rules.ts'

export const cannedGenerate: Prompt = {
  hook: 'canned_generate',
  version: 1,
  maxTokens: 1200,
  system: `You write a canned response: a text that agents of a help desk send to requesters, from one line that says what it is for.

${RULES}

The data has "intent", the line that says what the text is for, "name", the name of the community, and "placeholders". Answer with the text alone, in Markdown and in the language of the intent. Where it speaks of the requester, the ticket or the queue use the placeholders as they are listed, in double braces, such as {{requester.first_name}}; no others exist. State no fact, such as a number of days, that the intent does not give.`,
}
