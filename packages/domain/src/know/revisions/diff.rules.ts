import { diffArrays } from 'diff'
import { escaped } from '../../kit/html.ts'

/** A part of a text that both have, or one alone. */
export interface Part {
  readonly kind: 'equal' | 'removed' | 'added'
  readonly text: string
}

/** The changes from one text to another. */
export interface Diff {
  readonly changed_lines: number
  readonly removed_words: string[]
  readonly added_words: string[]
  readonly line_ends_differ: boolean
  readonly last_line_end_differs: boolean
  readonly parts: readonly Part[]
}

/** Beyond so many changes, or so long, a part is told as replaced as a whole. */
const BOUNDS = { maxEditLength: 4_000, timeout: 150 }
/** Lines that differ are compared word by word up to so many letters together. */
const MOST_LETTERS = 100_000
const MOST_WORDS = 1_000

const words = new Intl.Segmenter('und', { granularity: 'word' })
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })

/**
 * Compares two texts by lines, and the lines that differ by words. The ends of lines are compared as one kind. No
 * character that people see as one is split. The time that it takes is bounded: what differs too much is told in
 * coarser parts.
 */
export function diffOf(from: string, to: string, by: 'words' | 'lines'): Diff {
  const [a, b] = [withOneEnd(from), withOneEnd(to)]
  const parts: Part[] = []
  let gone: string[] = []
  let come: string[] = []
  let changed_lines = 0
  for (const block of blocksOf(linesOf(a), linesOf(b))) {
    if (block.isEqual) {
      add(parts, 'equal', block.from.join(''))
      continue
    }
    changed_lines += linesChanged(block)
    const fine = finely(block.from.join(''), block.to.join(''))
    if (gone.length < MOST_WORDS) gone = gone.concat(wordsOf(fine, 'removed'))
    if (come.length < MOST_WORDS) come = come.concat(wordsOf(fine, 'added'))
    if (by === 'words') for (const { kind, text } of fine) add(parts, kind, text)
    else {
      add(parts, 'removed', block.from.join(''))
      add(parts, 'added', block.to.join(''))
    }
  }
  return {
    changed_lines,
    removed_words: gone.slice(0, MOST_WORDS),
    added_words: come.slice(0, MOST_WORDS),
    line_ends_differ: from !== to && endsOf(from) !== endsOf(to),
    last_line_end_differs: a.endsWith('\n') !== b.endsWith('\n'),
    parts,
  }
}

const withOneEnd = (text: string): string => text.replace(/\r\n?/g, '\n')

/** The kinds of ends that the lines of a text have. */
const endsOf = (text: string): string =>
  [...new Set(text.match(/\r\n|\r|\n/g) ?? [])].sort().join('')

const linesOf = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? []

interface Block {
  readonly isEqual: boolean
  readonly from: readonly string[]
  readonly to: readonly string[]
}

/** Runs that both have, and between them what is gone with what has come in its place. */
function blocksOf(a: readonly string[], b: readonly string[]): Block[] {
  const compared = diffArrays([...a], [...b], BOUNDS) as Change[] | undefined
  if (!compared) return [{ isEqual: false, from: a, to: b }]
  const blocks: Block[] = []
  for (const { value, added, removed } of compared) {
    const last = blocks.at(-1)
    if (!added && !removed) blocks.push({ isEqual: true, from: value, to: value })
    else if (last && !last.isEqual)
      blocks[blocks.length - 1] = {
        isEqual: false,
        from: removed ? [...last.from, ...value] : last.from,
        to: added ? [...last.to, ...value] : last.to,
      }
    else blocks.push({ isEqual: false, from: removed ? value : [], to: added ? value : [] })
  }
  return blocks
}

interface Change {
  readonly value: string[]
  readonly added?: boolean
  readonly removed?: boolean
}

/** The lines that a block changes; one whose end alone differs, at the end of a text, is not changed. */
function linesChanged({ from, to }: Block): number {
  const without = (lines: readonly string[]) => lines.map((line) => line.replace(/\n$/, ''))
  const [a, b] = [without(from), without(to)]
  return a.length === b.length
    ? a.filter((line, i) => line !== b[i]).length
    : Math.max(a.length, b.length)
}

function finely(a: string, b: string): Part[] {
  const parts: Part[] = []
  const whole = a.length + b.length > MOST_LETTERS
  const compared = whole ? undefined : (diffArrays(unitsOf(a), unitsOf(b), BOUNDS) as Change[])
  if (compared)
    for (const { value, added, removed } of compared)
      add(parts, added ? 'added' : removed ? 'removed' : 'equal', value.join(''))
  else {
    add(parts, 'removed', a)
    add(parts, 'added', b)
  }
  return parts
}

/** The words of a text and what is between them; a boundary of words within a character is none. */
const unitsOf = (text: string): string[] => piecesOf(text).flatMap(unitsOfPiece)

function unitsOfPiece(piece: string): string[] {
  const ends = new Set<number>()
  for (const { index } of graphemes.segment(piece)) ends.add(index)
  const units: string[] = []
  for (const { segment, index } of words.segment(piece))
    if (ends.has(index) || units.length === 0) units.push(segment)
    else units[units.length - 1] += segment
  return units
}

/** Letters of a piece, where it can be cut, and at most. */
const [PIECE, LONGEST_PIECE] = [200, 4_000] as const

/**
 * A text in short pieces, cut between words and, where one is very long, between characters. Each segment that
 * Intl.Segmenter tells has a copy of the whole input, which so has to be short.
 */
function piecesOf(text: string): string[] {
  const pieces: string[] = []
  for (const run of text.match(/\s+|\S+/g) ?? [])
    for (let from = 0; from < run.length;) {
      let to = Math.min(from + PIECE, run.length)
      while (to < run.length && to < from + LONGEST_PIECE && !isBetween(run, to)) to++
      pieces.push(run.slice(from, to))
      from = to
    }
  return pieces
}

/** Whether a place is between two characters for certain: two plain letters, digits or marks of punctuation. */
const isBetween = (text: string, at: number): boolean =>
  /^[\p{L}\p{N}\p{P}\s]{2}$/u.test(text.slice(at - 1, at + 1)) &&
  !/[\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff]/.test(text.charAt(at))

const wordsOf = (parts: readonly Part[], kind: Part['kind']): string[] =>
  parts
    .filter((part) => part.kind === kind)
    .flatMap(({ text }) => piecesOf(text))
    .flatMap((piece) => [...words.segment(piece)])
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment }) => segment)

function add(parts: Part[], kind: Part['kind'], text: string): void {
  if (text === '') return
  const last = parts.at(-1)
  if (last?.kind === kind) parts[parts.length - 1] = { kind, text: last.text + text }
  else parts.push({ kind, text })
}

const TAGS = { equal: undefined, removed: 'del', added: 'ins' } as const

/** The parts as HTML: the text escaped, what is gone in `<del>`, what has come in `<ins>`. */
export const htmlOf = (parts: readonly Part[]): string =>
  parts
    .map(({ kind, text }) => {
      const tag = TAGS[kind]
      return tag ? `<${tag}>${escaped(text)}</${tag}>` : escaped(text)
    })
    .join('')

/** The changes between two texts, word by word, as HTML. */
export const shownDiff = (before: string, after: string): string =>
  htmlOf(diffOf(before, after, 'words').parts)
