import type { Item, Question } from './questions.rules.ts'

interface Shuffles {
  readonly shuffle_items: boolean
  readonly shuffle_options: boolean
}

type Asked = Question & { readonly id: number }

/**
 * The items of an attempt. The order comes from the seed alone, so that the same attempt always has the same. Options of
 * an order and the matches always change their places, which would tell the answer.
 */
export function paperOf(questions: readonly Asked[], settings: Shuffles, seed: number): Item[] {
  const random = randomOf(seed)
  const items = questions.map((question) => itemOf(question, settings.shuffle_options, random))
  return settings.shuffle_items ? shuffled(items, random) : items
}

function itemOf(question: Asked, shuffles: boolean, random: () => number): Item {
  const { id, kind, text_markdown, points, feedback_markdown, options } = question
  const places = options.map((_, i) => i)
  const shown = shuffles || kind === 'order' ? shuffled(places, random) : places
  const matched = kind === 'match' ? shuffled(places, random) : []
  const numberOf = (place: number) => shown.indexOf(place) + 1
  const right = kind === 'order' ? places : places.filter((place) => options[place]?.is_correct)
  return {
    ...{ question_id: id, kind, text_markdown, points, feedback_markdown },
    options: shown.map((place) => options[place]?.text ?? ''),
    matches: matched.map((place) => options[place]?.match ?? ''),
    key: {
      choices: kind === 'match' ? [] : right.map(numberOf),
      matches: kind === 'match' ? shown.map((place) => matched.indexOf(place) + 1) : [],
      accepted: question.accepted,
      number: question.number,
      tolerance: question.tolerance,
    },
  }
}

/** The row in another order (Fisher–Yates). */
function shuffled<T>(row: readonly T[], random: () => number): T[] {
  const result = [...row]
  for (let i = result.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    ;[result[i], result[j]] = [result[j] as T, result[i] as T]
  }
  return result
}

/** Numbers from 0 to 1 that follow from a seed (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
