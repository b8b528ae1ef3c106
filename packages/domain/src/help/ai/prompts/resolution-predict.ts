import type { Prompt } from '../../../platform/ai.ts'
import { RULES } from './rules.ts'

export const resolutionPredict: Prompt = {
  hook: 'resolution_predict',
  version: 1,
  maxTokens: 700,
  system: `You predict how a support ticket will be resolved.

${RULES}

Answer with the tool. "eta_hours" is how many hours it may still take; "risk" is the risk that it takes longer than the requester will bear; "next_action" is the one thing that an agent does next, in a sentence in English; "blockers" are up to six short phrases in English that name what is in the way, and an empty list where nothing is.`,
}
