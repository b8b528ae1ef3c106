import createBidi from 'bidi-js'
import * as hb from 'harfbuzzjs'
import { boxesOf, draws, fontFor, HAN, type Font, type Weight } from './fonts.ts'

/** A glyph of a font, with the characters that it stands for and its place, in units of the font. */
export interface Glyph {
  readonly id: number
  readonly codePoints: readonly number[]
  readonly advance: number
  readonly offset: readonly [x: number, y: number]
}

/** Glyphs of one font, from left to right. */
export interface ShapedRun {
  readonly font: Font
  readonly glyphs: readonly Glyph[]
  /** Where it begins, from the left of the line, at a size of 1. */
  readonly at: number
}

/** A line as it is drawn, and its text as it is read. `width` is that at a size of 1. */
export interface ShapedLine {
  readonly text: string
  readonly runs: readonly ShapedRun[]
  readonly width: number
  /** A part of it runs from right to left. */
  readonly hasRtl: boolean
}

const bidi = createBidi()
const clusters = new Intl.Segmenter('und', { granularity: 'grapheme' })

/** Spaces at which a line may end. */
const SPACES = /[^\S\u00a0\u202f\ufeff]+/gu
const UNDRAWN = /[\u061c\u200e\u200f\u2066-\u2069]/gu

/** The level of each UTF-16 unit (UAX 9). */
interface Embedding {
  readonly levels: Uint8Array
  readonly paragraphs: { start: number; end: number; level: number }[]
}

/** A paragraph on one line, with the direction of each of its characters. */
export interface Paragraph {
  readonly text: string
  readonly weight: Weight
  readonly embedding: Embedding
}

/** It runs as its first letter that has a direction does (UAX 9, P2). */
export function paragraphOf(line: string, weight: Weight): Paragraph {
  const text = line.replace(SPACES, ' ').trim()
  return { text, weight, embedding: bidi.getEmbeddingLevels(text, 'auto') }
}

/**
 * Lays out one line of a paragraph in visual order (UAX 9). Each part is in a font that has its characters, joined
 * and placed as the font says.
 */
export function shaped(paragraph: Paragraph, from: number, to: number): ShapedLine {
  const parts = visualParts(paragraph, from, to)
  let width = 0
  const placed = parts.flatMap(({ part, isRtl, from: first }) => {
    const spans = fontSpans(part, paragraph.weight).map((span, i) => ({
      ...span,
      order: [first, i],
    }))
    if (isRtl) spans.reverse()
    return spans.map(({ font, span, order }) => {
      const run = { ...runOf(font, span, isRtl), at: width }
      width += widthOf(run)
      return { run, order }
    })
  })
  // Drawn in the order in which they are read, which is that of what is copied.
  placed.sort(({ order: [a = 0, i = 0] }, { order: [b = 0, j = 0] }) => a - b || i - j)
  const runs = placed.map(({ run }) => run)
  const text = paragraph.text.slice(from, to).replace(UNDRAWN, '')
  const hasRtl = parts.some(({ isRtl }) => isRtl)
  return { text, runs, hasRtl, width }
}

/** The width at a size of 1. */
const widthOf = ({ font, glyphs }: Omit<ShapedRun, 'at'>): number =>
  glyphs.reduce((sum, { advance }) => sum + advance, 0) / font.unitsPerEm

/** Parts of one direction from left to right, each in its logical order. */
function visualParts({ text, embedding }: Paragraph, start: number, end: number) {
  if (start >= end) return []
  const parts: { from: number; to: number; level: number }[] = []
  for (const index of bidi.getReorderedIndices(text, embedding, start, end - 1).slice(start, end)) {
    const last = parts.at(-1)
    const level = embedding.levels[index] ?? 0
    if (last && last.level === level && (index === last.to + 1 || index === last.from - 1)) {
      last.from = Math.min(last.from, index)
      last.to = Math.max(last.to, index)
    } else parts.push({ from: index, to: index, level })
  }
  return parts.map(({ from, to, level }) => ({
    from,
    part: text.slice(from, to + 1).replace(UNDRAWN, ''),
    isRtl: level % 2 === 1,
  }))
}

interface Span {
  readonly font: Font
  span: string
}

/** Neighbours that one font draws. A space or a dot stays in the font of what is before it, where that has it. */
function fontSpans(part: string, weight: Weight): Span[] {
  const spans: Span[] = []
  const add = (text: string, font: Font) => {
    const last = spans.at(-1)
    if (last?.font === font) last.span += text
    else spans.push({ font, span: text })
  }
  for (const text of part.match(SCRIPTS) ?? []) {
    // A name in Chinese looks bad in two fonts.
    const whole = HAN.test(text) && fontFor(text, weight)
    if (whole) add(text, whole)
    else
      for (const { segment } of clusters.segment(text)) {
        const before = spans.at(-1)?.font
        const stays = before && COMMON.test(segment) && draws(before, segment)
        add(segment, stays ? before : (fontFor(segment, weight) ?? boxesOf(weight)))
      }
  }
  return spans
}

const SCRIPTS = /\p{Script=Han}+|\P{Script=Han}+/gu
const COMMON = /^[\p{Zs}\p{P}]$/u

function runOf(font: Font, span: string, isRtl: boolean): Omit<ShapedRun, 'at'> {
  const buffer = new hb.Buffer()
  buffer.addText(span)
  buffer.guessSegmentProperties()
  buffer.setDirection(isRtl ? hb.Direction.RTL : hb.Direction.LTR)
  buffer.setClusterLevel(hb.ClusterLevel.MONOTONE_CHARACTERS)
  buffer.setFlags(hb.BufferFlag.REMOVE_DEFAULT_IGNORABLES)
  hb.shape(font.shaper, buffer)
  const infos = buffer.getGlyphInfos()
  const positions = buffer.getGlyphPositions()
  const codePoints = codePointsOf(span, infos, isRtl)
  const glyphs = infos.map(({ codepoint: id }, index): Glyph => {
    const { xAdvance, xOffset, yOffset } = positions[index] as hb.GlyphPosition
    return {
      ...{ id, codePoints: codePoints[index] ?? [], advance: xAdvance },
      offset: [xOffset, yOffset],
    }
  })
  return { font, glyphs }
}

/**
 * The characters of each glyph; the first of several that share some has them. Programs that copy text reverse what
 * they take for right to left, letter by letter, and leave brackets as they look. So the letters of one glyph, such as
 * lam-alef, stand reversed, and brackets mirrored.
 */
function codePointsOf(span: string, infos: readonly hb.GlyphInfo[], isRtl: boolean): number[][] {
  const starts = [...new Set(infos.map(({ cluster }) => cluster))].sort((a, b) => a - b)
  const told = new Set<number>()
  return infos.map(({ cluster }) => {
    if (told.has(cluster)) return []
    told.add(cluster)
    const text = span.slice(cluster, starts[starts.indexOf(cluster) + 1])
    const seen = isRtl ? [...text].reverse().map(mirrored) : [...text]
    return seen.map((each) => each.codePointAt(0) as number)
  })
}

const mirrored = (character: string): string => bidi.getMirroredCharacter(character) ?? character
