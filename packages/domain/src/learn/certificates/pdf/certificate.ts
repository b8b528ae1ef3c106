import { PDFDocument, PDFName, PDFString, rgb, type PDFPage, type RGB } from 'pdf-lib'
import { createPen, type Pen } from './drawing.ts'
import type { Font } from './fonts.ts'
import { fit, type Fitted, type Room } from './lines.ts'
import { cleaned } from './text.rules.ts'

/** The wording of a certificate, with everything filled in. Colours are `#rrggbb`. */
export interface CertificateText {
  readonly orientation: 'landscape' | 'portrait'
  readonly language: string
  readonly issuer: string
  readonly title: string
  readonly recipient: string
  /** With its values `isolated`. */
  readonly body: string
  readonly signer: { readonly name: string | null; readonly title: string | null }
  /** Small lines at the foot: the serial, dates, where to verify it. */
  readonly foot: readonly string[]
  readonly textColor: string
  readonly accentColor: string
  readonly issuedAt: Date
}

const [SHORT, LONG] = [595.28, 841.89]
const MARGIN = 54
const FRAME = 24

interface Block extends Pick<Room, 'weight' | 'size' | 'least'> {
  readonly text: string
  readonly isAccent?: boolean
  /** The part of the middle's height that it may take. */
  readonly share: number
}

/**
 * Writes a certificate as a PDF of one A4 page. Text is placed by its script, in fonts that travel with the file; what
 * is long gets smaller and goes on in the next line. It takes 50 to 300 ms, and the same text gives the same page.
 */
export async function certificatePdf(certificate: CertificateText): Promise<Uint8Array> {
  const { orientation, title, recipient, language } = certificate
  const [width, height] = orientation === 'landscape' ? [LONG, SHORT] : [SHORT, LONG]
  const inner = width - 2 * MARGIN
  const foot = { width: inner * 0.55, height: 60, weight: 'regular', size: 9, least: 6 } as const
  const signed = { width: inner * 0.4, height: 52, weight: 'regular', size: 12, least: 6 } as const
  const middle = height - 2 * MARGIN - 90

  const blocks = blocksOf(certificate).map((block) => ({
    ...block,
    fitted: fit(block.text, { ...block, width: inner, height: middle * block.share }),
  }))
  const feet = fit(cleaned(certificate.foot.join('\n')), foot)
  const signature = signatureOf(certificate, signed)

  const doc = await PDFDocument.create()
  describe(doc, `${title}: ${recipient}`, certificate)
  doc.catalog.set(PDFName.of('Lang'), PDFString.of(language))
  const page = doc.addPage([width, height])
  const colors = { text: colorOf(certificate.textColor), accent: colorOf(certificate.accentColor) }
  frame(page, colors.accent)
  const all = [...blocks.map(({ fitted }) => fitted), feet, ...(signature ? [signature] : [])]
  const pen = await createPen(doc, fontsOf(all))

  const used = blocks.reduce((sum, { fitted }) => sum + heightOf(fitted) + GAP, -GAP)
  let top = height - MARGIN - Math.max(0, (middle - used) / 2)
  for (const { fitted, isAccent } of blocks) {
    const color = isAccent ? colors.accent : colors.text
    put(page, pen, fitted, { top, color, left: MARGIN, width: inner, align: 'center' })
    top -= heightOf(fitted) + GAP
  }
  const low = MARGIN + 60
  const right = { left: width - MARGIN - foot.width, width: foot.width, align: 'right' } as const
  put(page, pen, feet, { ...right, top: MARGIN + heightOf(feet), color: colors.text })
  if (signature) {
    const left = { left: MARGIN, width: signed.width, align: 'left' } as const
    const [start, end] = [MARGIN, MARGIN + signed.width].map((x) => ({ x, y: low - 4 }))
    page.drawLine({
      start: start as never,
      end: end as never,
      thickness: 0.7,
      color: colors.accent,
    })
    put(page, pen, signature, { ...left, top: low - 8, color: colors.text })
  }
  return doc.save()
}

const GAP = 20

const blocksOf = ({ issuer, title, recipient, body }: CertificateText): Block[] => [
  { text: cleaned(issuer), weight: 'regular', size: 16, least: 7, share: 0.08 },
  { text: cleaned(title), weight: 'bold', size: 40, least: 12, share: 0.24, isAccent: true },
  { text: cleaned(recipient), weight: 'bold', size: 34, least: 11, share: 0.24 },
  { text: body, weight: 'regular', size: 17, least: 6, share: 0.4 },
]

function signatureOf({ signer }: CertificateText, room: Room): Fitted | undefined {
  const lines = [signer.name, signer.title].filter((each) => each !== null)
  return lines.length > 0 ? fit(cleaned(lines.join('\n')), room) : undefined
}

const heightOf = ({ lines, leading }: Fitted): number => lines.length * leading

const fontsOf = (all: readonly Fitted[]): Set<Font> =>
  new Set(all.flatMap(({ lines }) => lines.flatMap(({ runs }) => runs.map(({ font }) => font))))

interface Spot {
  readonly top: number
  readonly left: number
  readonly width: number
  readonly align: 'left' | 'center' | 'right'
  readonly color: RGB
}

const SHIFT = { left: 0, center: 0.5, right: 1 }

function put(page: PDFPage, pen: Pen, { lines, size, leading }: Fitted, spot: Spot): void {
  lines.forEach((line, index) => {
    const x = spot.left + (spot.width - line.width * size) * SHIFT[spot.align]
    pen.draw(page, line, { x, y: spot.top - leading * index - size, size, color: spot.color })
  })
}

function frame(page: PDFPage, color: RGB): void {
  const { width, height } = page.getSize()
  for (const [inset, thickness] of [
    [FRAME, 2.5],
    [FRAME + 6, 0.7],
  ] as const)
    page.drawRectangle({
      ...{ x: inset, y: inset, width: width - 2 * inset, height: height - 2 * inset },
      ...{ borderColor: color, borderWidth: thickness },
    })
}

function describe(doc: PDFDocument, title: string, { issuer, issuedAt }: CertificateText): void {
  doc.setTitle(title, { showInWindowTitleBar: true })
  doc.setAuthor(issuer)
  doc.setProducer('mobieusCore')
  doc.setCreator('mobieusCore')
  doc.setCreationDate(issuedAt)
  doc.setModificationDate(issuedAt)
}

function colorOf(text: string): RGB {
  const value = Number.parseInt(text.slice(1), 16)
  return rgb(
    ...([value >> 16, (value >> 8) & 255, value & 255].map((each) => each / 255) as [
      number,
      number,
      number,
    ]),
  )
}
