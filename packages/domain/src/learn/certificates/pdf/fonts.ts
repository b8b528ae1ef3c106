import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import * as hb from 'harfbuzzjs'

/** The fonts of a document: what is read out loud, and what stands out. */
export type Weight = 'regular' | 'bold'

interface Face {
  /** Characters that are looked for in this font before all others. */
  readonly first?: RegExp
  /** Its space is not used: it is as wide as an emoji, or an empty glyph at the end, behind which fontkit reads on. */
  readonly isSpaceless?: boolean
  readonly files: { readonly [W in Weight]?: string } & { readonly regular: string }
}

const { resolve } = createRequire(import.meta.url)

export const HAN =
  /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|[\u3000-\u303f\uff00-\uffef]/u

/** In the order in which they are asked for a character, 40 MB on the disk in all. The first has Devanagari too. */
const FACES: readonly Face[] = [
  {
    files: {
      regular: '@embedpdf/fonts-latin#NotoSans-Regular.ttf',
      bold: '@embedpdf/fonts-latin#NotoSans-Bold.ttf',
    },
  },
  {
    first: /\p{Script=Hebrew}/u,
    files: {
      regular: '@embedpdf/fonts-hebrew#NotoSansHebrew-Regular.ttf',
      bold: '@embedpdf/fonts-hebrew#NotoSansHebrew-Bold.ttf',
    },
  },
  {
    first: /\p{Script=Arabic}/u,
    files: {
      regular: '@embedpdf/fonts-arabic#NotoNaskhArabic-Regular.ttf',
      bold: '@embedpdf/fonts-arabic#NotoNaskhArabic-Bold.ttf',
    },
  },
  {
    first: HAN,
    files: {
      regular: '@expo-google-fonts/biz-udpgothic/400Regular/BIZUDPGothic_400Regular.ttf',
      bold: '@expo-google-fonts/biz-udpgothic/700Bold/BIZUDPGothic_700Bold.ttf',
    },
  },
  // Simplified characters, which no Japanese font has.
  {
    first: HAN,
    isSpaceless: true,
    files: { regular: '@expo-google-fonts/zcool-xiaowei/400Regular/ZCOOLXiaoWei_400Regular.ttf' },
  },
  {
    first: /\p{Script=Hangul}/u,
    isSpaceless: true,
    files: {
      regular: '@expo-google-fonts/nanum-gothic/400Regular/NanumGothic_400Regular.ttf',
      bold: '@expo-google-fonts/nanum-gothic/700Bold/NanumGothic_700Bold.ttf',
    },
  },
  {
    first: /\p{Script=Thai}/u,
    files: {
      regular: '@expo-google-fonts/noto-sans-thai/400Regular/NotoSansThai_400Regular.ttf',
      bold: '@expo-google-fonts/noto-sans-thai/700Bold/NotoSansThai_700Bold.ttf',
    },
  },
  {
    isSpaceless: true,
    first: /\p{Emoji_Presentation}|\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/u,
    files: { regular: '@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf' },
  },
]

/** A font as HarfBuzz shapes with it; `file` are its bytes. */
export interface Font {
  readonly file: Uint8Array
  readonly shaper: hb.Font
  readonly unitsPerEm: number
  readonly characters: ReadonlySet<number>
}

const opened = new Map<string, Font>()

/** A font is read when the first text needs it, and kept: 1 to 6 MB each. */
function openFace({ files, isSpaceless }: Face, weight: Weight): Font {
  const name = files[weight] ?? files.regular
  const known = opened.get(name)
  if (known) return known
  const file = readFileSync(placeOf(name))
  const face = new hb.Face(new hb.Blob(file))
  const characters = new Set(face.collectUnicodes())
  for (const space of isSpaceless ? [0x20, 0xa0] : []) characters.delete(space)
  const font = { file, shaper: new hb.Font(face), unitsPerEm: face.upem, characters }
  opened.set(name, font)
  return font
}

/** A package that hides its files tells only its entry, which is beside the folder of its fonts. */
function placeOf(name: string): string {
  const [entry = '', hidden] = name.split('#')
  return hidden === undefined
    ? resolve(entry)
    : path.join(path.dirname(resolve(entry)), '..', 'fonts', hidden)
}

/** Characters that show nothing by themselves: no font needs to have them. */
const SILENT = /^\p{Default_Ignorable_Code_Point}$/u

/** Whether a font has every character of a text that shows. */
export const draws = ({ characters }: Font, text: string): boolean =>
  [...text].every((each) => SILENT.test(each) || characters.has(each.codePointAt(0) as number))

/** The font that draws the whole of a text; `undefined` where none does. */
export function fontFor(text: string, weight: Weight): Font | undefined {
  const wanted = FACES.filter(({ first }) => first?.test(text))
  for (const face of [...wanted, ...FACES]) {
    const font = openFace(face, weight)
    if (draws(font, text)) return font
  }
  return undefined
}

/** The font that draws a box for what no font has. */
export const boxesOf = (weight: Weight): Font => openFace(FACES[0] as Face, weight)
