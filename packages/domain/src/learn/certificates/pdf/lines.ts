import LineBreaker from 'linebreak'
import type { Weight } from './fonts.ts'
import { paragraphOf, shaped, type Paragraph, type ShapedLine } from './shaping.ts'

/** The room for a text, in points. */
export interface Room {
  readonly width: number
  readonly height: number
  readonly weight: Weight
  /** The size that is wanted, and the one below which nobody can read it. */
  readonly size: number
  readonly least: number
}

/** Lines of one size, the height of each included. */
export interface Fitted {
  readonly lines: readonly ShapedLine[]
  readonly size: number
  readonly leading: number
}

const LEADING = 1.35
const STEP = 0.92
const clusters = new Intl.Segmenter('und', { granularity: 'grapheme' })

/**
 * Breaks a text into lines that fit a room, smaller and smaller until all of them do. At the least size there are as
 * many lines as it takes. Only what no page has room for is cut.
 */
export function fit(text: string, room: Room): Fitted {
  const paragraphs = shortened(text)
    .split(/\r\n|[\n\r\u2028\u2029]/u)
    .map((each) => piecesOf(paragraphOf(each, room.weight)))
  for (let size = room.size; ; size = Math.max(room.least, size * STEP)) {
    const lines = paragraphs.flatMap((each) => linesOf(each, room.width / size))
    if (lines.length * size * LEADING <= room.height || size <= room.least)
      return { lines: lines.map((line) => shaped(...line)), size, leading: size * LEADING }
  }
}

/** About as many characters as a page has room for at the least size: to lay them out takes the square of them. */
const MOST = 4000

/** A text that ends with an ellipsis where it was longer. */
const shortened = (text: string): string =>
  text.length > MOST ? `${text.slice(0, MOST).replace(/[\ud800-\udbff]$/, '')}…` : text

/** A part of a paragraph that stays on one line, with its width at a size of 1. */
interface Piece {
  readonly from: number
  readonly to: number
  readonly width: number
  /** Its characters, once it is wider than a line. */
  characters?: readonly Piece[]
}
interface Pieces {
  readonly paragraph: Paragraph
  readonly pieces: readonly Piece[]
}

/** A paragraph in the parts between which it may be broken (UAX 14). */
function piecesOf(paragraph: Paragraph): Pieces {
  const breaker = new LineBreaker(paragraph.text)
  const pieces: Piece[] = []
  for (let from = 0, next = breaker.nextBreak(); next; next = breaker.nextBreak()) {
    pieces.push(pieceOf(paragraph, from, next.position))
    from = next.position
  }
  return { paragraph, pieces }
}

const pieceOf = (paragraph: Paragraph, from: number, to: number): Piece => ({
  ...{ from, to },
  width: shaped(paragraph, from, to).width,
})

type Line = [paragraph: Paragraph, from: number, to: number]

function linesOf({ paragraph, pieces }: Pieces, width: number): Line[] {
  const lines: Line[] = []
  let line = { from: 0, to: 0, width: 0 }
  const endBefore = (from: number) => {
    // The space at which a line ends takes no room.
    const shown = paragraph.text.slice(line.from, line.to).trimEnd().length
    lines.push([paragraph, line.from, line.from + shown])
    line = { from, to: from, width: 0 }
  }
  for (const piece of pieces) {
    if (line.width > 0 && line.width + piece.width > width) endBefore(piece.from)
    // A word that is wider than a line is broken between two of its characters.
    for (const part of piece.width > width
      ? (piece.characters ??= charactersOf(paragraph, piece))
      : [piece]) {
      if (line.width > 0 && line.width + part.width > width) endBefore(part.from)
      line = { from: line.from, to: part.to, width: line.width + part.width }
    }
  }
  endBefore(line.to)
  return lines
}

function charactersOf(paragraph: Paragraph, { from, to }: Piece): Piece[] {
  const text = paragraph.text.slice(from, to)
  return Array.from(clusters.segment(text), ({ segment, index }) =>
    pieceOf(paragraph, from + index, from + index + segment.length),
  )
}
