import { Readable } from 'node:stream'
import { create, type Font as Embeddable, type Subset } from 'fontkit'
import {
  beginText,
  endMarkedContent,
  endText,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFOperator,
  PDFOperatorNames,
  setFillingRgbColor,
  setFontAndSize,
  setTextMatrix,
  setTextRise,
  type PDFArray,
  type PDFDocument,
  type PDFFont,
  type PDFPage,
  type RGB,
} from 'pdf-lib'
import type { Fontkit } from 'pdf-lib/cjs/types/fontkit.js'
import type { Font } from './fonts.ts'
import type { Glyph, ShapedLine, ShapedRun } from './shaping.ts'

/** Where a line begins, in points from the lower left corner. */
export interface Place {
  readonly x: number
  readonly y: number
  readonly size: number
  readonly color: RGB
}

/** Draws lines that are laid out already, and puts the glyphs that they need into the document. */
export interface Pen {
  draw(page: PDFPage, line: ShapedLine, place: Place): void
}

/**
 * A pen for one document. pdf-lib embeds the fonts. It is told the glyphs of a run, and places them as the font says,
 * marks above letters included. The text goes along as it is read (ActualText, ISO 32000-1 14.9.4). Parts that run
 * from right to left have none: readers would reverse them once more.
 */
export async function createPen(doc: PDFDocument, fonts: Iterable<Font>): Promise<Pen> {
  const embedded = new Map<Font, PDFFont>()
  let drawn: readonly Glyph[] = []
  for (const font of fonts) {
    const adapter = adapterOf(font, () => drawn)
    doc.registerFontkit({ create: () => adapter } as unknown as Fontkit)
    embedded.set(font, await doc.embedFont(font.file, { subset: true }))
  }

  function codesOf(font: PDFFont, glyphs: readonly Glyph[]): string[] {
    drawn = glyphs
    return font.encodeText(' ').asString().match(/.{4}/g) ?? []
  }

  return {
    draw(page, line, { x, y, size, color: { red, green, blue } }) {
      if (!line.hasRtl) page.pushOperators(spoken(doc, line.text))
      page.pushOperators(beginText(), setFillingRgbColor(red, green, blue))
      for (const run of line.runs) {
        const font = embedded.get(run.font) as PDFFont
        const key = page.node.newFontDictionary(font.name, font.ref)
        page.pushOperators(
          setFontAndSize(key, size),
          setTextMatrix(1, 0, 0, 1, x + run.at * size, y),
        )
        page.pushOperators(...glyphsOf(doc, run, codesOf(font, run.glyphs), size))
      }
      page.pushOperators(endText())
      if (!line.hasRtl) page.pushOperators(endMarkedContent())
    },
  }
}

/** The font as pdf-lib asks for it, which was written for an earlier fontkit. It lays out what was laid out already. */
function adapterOf(font: Font, drawn: () => readonly Glyph[]): unknown {
  const embeddable = create(font.file as Buffer) as Embeddable
  const known = new Map<number, object>()
  const glyphOf = ({ id, codePoints }: Glyph) => {
    const advanceWidth = font.shaper.glyphHAdvance(id)
    const glyph = known.get(id) ?? { id, codePoints, advanceWidth }
    if (codePoints.length > 0) known.set(id, glyph)
    return glyph
  }
  return Object.assign(Object.create(embeddable) as object, {
    layout: () => ({ glyphs: drawn().map(glyphOf) }),
    createSubset: () => {
      const subset = embeddable.createSubset() as Subset & { encode(): Uint8Array }
      const encodeStream = () => Readable.from([Buffer.from(subset.encode())])
      return Object.assign(subset, { encodeStream })
    },
  })
}

/** Begins what is read as this text, whatever its glyphs are. */
const spoken = (doc: PDFDocument, text: string): PDFOperator =>
  PDFOperator.of(PDFOperatorNames.BeginMarkedContentSequence, [
    PDFName.of('Span'),
    doc.context.obj({ ActualText: PDFHexString.fromText(text) }) as unknown as PDFArray,
  ])

/** Shows glyphs, each moved from where the font's widths alone would put it. */
function glyphsOf(doc: PDFDocument, run: ShapedRun, codes: readonly string[], size: number) {
  const perMille = 1000 / run.font.unitsPerEm
  const operators: PDFOperator[] = []
  let shown: (PDFHexString | PDFNumber)[] = []
  let [rise, moved] = [0, 0]
  const move = (by: number) => {
    if (Math.round(by * perMille) !== 0) shown.push(PDFNumber.of(-Math.round(by * perMille)))
  }
  const end = () => {
    if (shown.length > 0)
      operators.push(
        PDFOperator.of(PDFOperatorNames.ShowTextAdjusted, [doc.context.obj(shown) as PDFArray]),
      )
    shown = []
  }
  run.glyphs.forEach(({ id, advance, offset: [x, y] }, index) => {
    if (y !== rise) {
      end()
      operators.push(setTextRise((y / run.font.unitsPerEm) * size))
      rise = y
    }
    move(moved + x)
    shown.push(PDFHexString.of(codes[index] as string))
    moved = advance - run.font.shaper.glyphHAdvance(id) - x
  })
  end()
  return rise === 0 ? operators : [...operators, setTextRise(0)]
}
