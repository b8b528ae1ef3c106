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
  /** Whether some part is told as replaced that was not compared word by word. */
  readonly is_coarse: boolean
  readonly parts: readonly Part[]
}

/** Beyond so many changes a part is told as replaced as a whole. */
const MOST_CHANGES = 4_000
/** All comparisons of two texts take so long together; the rest is told as replaced. */
const LONGEST_MS = 300
/** Comparing lines leaves time for their words. */
const LONGEST_MS_OF_LINES = 150
/** Lines that differ are compared word by word up to so many letters together. */
const MOST_LETTERS = 100_000
const MOST_WORDS = 1_000

const words = new Intl.Segmenter('und', { granularity: 'word' })
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })

/**
 * Compares two texts by lines, and the lines that differ by words. The ends of lines are compared as one kind. No
 * character that people see as one is split. Comparing ends after `maxMs` milliseconds: what differs too much is told
 * in coarser parts.
 */
export function diffOf(from: string, to: string, by: 'words' | 'lines', maxMs = LONGEST_MS): Diff {
  const until = performance.now() + maxMs
  const [a, b] = [withOneEnd(from), withOneEnd(to)]
  const parts: Part[] = []
  let gone: string[] = []
  let come: string[] = []
  let changed_lines = 0
  const blocks = blocksOf(linesOf(a), linesOf(b), Math.min(maxMs, LONGEST_MS_OF_LINES))
  let is_coarse = blocks === undefined
  for (const block of blocks ?? [{ isEqual: false, from: linesOf(a), to: linesOf(b) }]) {
    if (block.isEqual) {
      add(parts, 'equal', block.from.join(''))
      continue
    }
    changed_lines += linesChanged(block)
    const whole = replaced(block.from.join(''), block.to.join(''))
    const compared = finely(block.from.join(''), block.to.join(''), until)
    const fine = compared ?? whole
    is_coarse ||= compared === undefined
    gone = gone.concat(wordsOf(fine, 'removed', MOST_WORDS - gone.length))
    come = come.concat(wordsOf(fine, 'added', MOST_WORDS - come.length))
    for (const { kind, text } of by === 'words' ? fine : whole) add(parts, kind, text)
  }
  return {
    changed_lines,
    removed_words: gone,
    added_words: come,
    line_ends_differ: from !== to && endsOf(from) !== endsOf(to),
    last_line_end_differs: a.endsWith('\n') !== b.endsWith('\n'),
    is_coarse,
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

/** The changes from one list to another; `undefined` where they are too many, or take longer than `timeout` ms. */
const changesOf = (a: string[], b: string[], timeout: number): Change[] | undefined =>
  diffArrays(a, b, { maxEditLength: MOST_CHANGES, timeout })

/** Runs that both have, and between them what is gone with what has come in its place. */
function blocksOf(a: string[], b: string[], timeout: number): Block[] | undefined {
  const compared = changesOf(a, b, timeout)
  if (!compared) return undefined
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

/** The changes of a block, word by word; `undefined` where the time is over, or they are too many. */
function finely(a: string, b: string, until: number): Part[] | undefined {
  if (a === '' || b === '') return replaced(a, b)
  const left = until - performance.now()
  if (a.length + b.length > MOST_LETTERS || left <= 0) return undefined
  const compared = changesOf(unitsOf(a), unitsOf(b), left)
  return compared?.map(({ value, added, removed }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'equal',
    text: value.join(''),
  }))
}

/** One text in place of another, as a whole. */
function replaced(a: string, b: string): Part[] {
  const parts: Part[] = []
  add(parts, 'removed', a)
  add(parts, 'added', b)
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

/** The first words of the parts of a kind, at most so many. */
function wordsOf(parts: readonly Part[], kind: Part['kind'], most: number): string[] {
  const found: string[] = []
  if (most <= 0) return found
  for (const part of parts)
    for (const piece of part.kind === kind ? piecesOf(part.text) : [])
      for (const { segment, isWordLike } of words.segment(piece)) {
        if (found.length >= most) return found
        if (isWordLike) found.push(segment)
      }
  return found
}

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

/** The changes between two texts, word by word, as HTML; `isCoarse` where some were not compared so. */
export function shownDiff(before: string, after: string): { html: string; isCoarse: boolean } {
  const { parts, is_coarse: isCoarse } = diffOf(before, after, 'words')
  return { html: htmlOf(parts), isCoarse }
}
