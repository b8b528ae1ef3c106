import type { components } from '@mobieus/contract'
import type { Partition } from '../../kit/context.ts'
import { presentItems, sightOf } from '../attempts/presentation.rules.ts'
import * as store from './quizzes.store.ts'

/** A quiz as its page shows it to a learner. */
export interface ShownQuiz extends Omit<store.QuizRow, 'chosen'> {
  readonly chosen:
    (store.ShownAttempt & { readonly items: components['schemas']['LearnPaperItem'][] }) | null
}

/** A quiz with the attempts of an enrollment, of whose papers as much is shown as the rules of the quiz allow. */
export async function findShownQuiz(
  ctx: Partition,
  asked: Parameters<typeof store.findQuiz>[1],
): Promise<ShownQuiz | undefined> {
  const quiz = await store.findQuiz(ctx, asked)
  if (!quiz?.chosen) return quiz && { ...quiz, chosen: null }
  const { paper, ...attempt } = quiz.chosen
  return {
    ...quiz,
    chosen: { ...attempt, items: paper ? presentItems(paper, sightOf(attempt, quiz)) : [] },
  }
}
