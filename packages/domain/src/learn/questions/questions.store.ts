import type { Insertable, Selectable, Updateable } from 'kysely'
import type { Tables } from '@mobieus/db'
import type { Partition } from '../../kit/context.ts'
import { listOf } from '../../kit/list.ts'
import { pagesOf, type Pages } from '../../kit/list-pages.ts'
import type { Question } from './questions.rules.ts'

/** The questions of a quiz; their total is counted on the index, for a quiz has few. */
export const questionList = listOf('learn_questions', {
  from: 'learn_questions as q',
  filters: { activity_id: 'activity_id' },
  order: { by: ['position', 'id'], direction: 'asc' },
})

type Stored = Selectable<Tables['learn_questions']>
export type QuestionRow = Omit<Stored, 'options' | 'accepted'> &
  Pick<Question, 'options' | 'accepted'>

const selectQuestions = ({ tx, tenantId }: Partition, from = questionList.from) =>
  tx.selectFrom(from).where('q.tenant_id', '=', tenantId).selectAll('q').$castTo<QuestionRow>()

export const listQuestions: Pages<typeof questionList, QuestionRow> = pagesOf(
  questionList,
  selectQuestions,
)

/** All questions of a quiz, of which it has 200 at most. */
export const readQuestions = (ctx: Partition, activityId: number): Promise<QuestionRow[]> =>
  selectQuestions(ctx)
    .where('q.activity_id', '=', activityId)
    .orderBy('q.position')
    .orderBy('q.id')
    .limit(200)
    .execute()

export const findQuestion = (ctx: Partition, id: number): Promise<QuestionRow | undefined> =>
  selectQuestions(ctx).where('q.id', '=', id).executeTakeFirst()

/** How many questions a quiz has, and the last place. */
export const placesOf = ({ tx, tenantId }: Partition, activityId: number) =>
  tx
    .selectFrom('learn_questions')
    .select(({ fn }) => [fn.countAll<number>().as('count'), fn.max('position').as('last')])
    .where('tenant_id', '=', tenantId)
    .where('activity_id', '=', activityId)
    .executeTakeFirstOrThrow()

export const insertQuestion = (
  { tx, tenantId }: Partition,
  question: Omit<Insertable<Tables['learn_questions']>, 'tenant_id'>,
): Promise<Stored> =>
  tx
    .insertInto('learn_questions')
    .values({ ...question, tenant_id: tenantId })
    .returningAll()
    .executeTakeFirstOrThrow()

export const updateQuestion = (
  { tx, tenantId }: Partition,
  id: number,
  change: Updateable<Tables['learn_questions']>,
) =>
  tx
    .updateTable('learn_questions')
    .set(change)
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()

export const deleteQuestion = ({ tx, tenantId }: Partition, id: number) =>
  tx
    .deleteFrom('learn_questions')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
