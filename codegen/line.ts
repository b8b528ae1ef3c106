import { _, type Ajv2020 } from 'ajv/dist/2020.js'

/**
 * `format: line`: a person's one-line text, such as a title or a name. It is taken without the white
 * space around it and in Unicode's composed form (NFC). So it is stored, and so its length is counted.
 * Then it has a visible character, and no control, line break or half of a surrogate pair. It has no
 * character that only formats (Cf), such as a mark that turns the direction of writing. ZWJ and ZWNJ
 * stay where a script needs them and in emoji, tags in the flag of a region.
 */

/** The quick check, which most lines pass: printable ASCII without blanks at its ends. */
const plain = /^[!-~](?:[ -~]*[!-~])?$/

const flag = '\\u{1F3F4}[\\u{E0030}-\\u{E0039}\\u{E0061}-\\u{E007A}]{3,6}\\u{E007F}'
const character = '[^\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}\\p{Noncharacter_Code_Point}]'
const inWord = '(?<=[\\p{L}\\p{M}\\p{N}])[\\u200C\\u200D](?=[\\p{L}\\p{M}\\p{N}])'
// Malayalam and others end words with a joiner; it stands on a mark, though not on one for emoji.
const onMark = '(?<=(?!\\p{Default_Ignorable_Code_Point})\\p{M})[\\u200C\\u200D]'
const inEmoji =
  '(?<=\\p{Extended_Pictographic}[\\uFE0F\\u{1F3FB}-\\u{1F3FF}]?)\\u200D(?=\\p{Extended_Pictographic})'

/** As much of a text as may stand in a line. */
const upToFault = new RegExp(`^(?:${flag}|${character}|${inWord}|${onMark}|${inEmoji})*`, 'u')

/** Letters without a shape (Hangul fillers), an empty Braille cell and a note without a head are blank. */
const visible =
  /(?![\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\u2800\u{1D159}])[\p{L}\p{N}\p{P}\p{S}\p{Cn}]/u

/**
 * Composing puts marks in order by moving each past those before it: 100,000 marks on one letter take
 * 15 s. No person's line is this much longer than it may be, so such a one only meets its `maxLength`.
 */
const longest = (most: number | undefined) => 4 * (most ?? 250) + 64

/**
 * Teaches `ajv` the keyword `line`, which schemas get for `format: line`. The value is replaced in its
 * parent before its length is looked at. `params.codePoint` of a fault is the first character that may
 * not be there, undefined where there is nothing to see.
 */
export function addLine(ajv: Ajv2020): void {
  ajv.addKeyword({
    keyword: 'line',
    type: 'string',
    schemaType: 'boolean',
    before: 'maxLength',
    modifying: true,
    error: {
      message: 'must be one line of text',
      params: ({ params }) => _`{codePoint: ${params.codePoint}}`,
    },
    code(context) {
      const { gen, data, it, parentSchema } = context
      const expression = (regexp: RegExp) =>
        gen.scopeValue('pattern', {
          key: String(regexp),
          ref: regexp,
          code: _`new RegExp(${regexp.source}, ${regexp.flags})`,
        })
      const bad = gen.let('bad', _`undefined`)
      const blank = gen.let('blank', false)
      // An empty one is too short already where its length is looked at.
      const short = parentSchema.minLength > 0 ? _`${data} !== "" && ` : _``
      gen.if(
        _`!${expression(plain)}.test(${data}) && ${data}.length <= ${longest(parentSchema.maxLength)}`,
        () => {
          gen.assign(data, _`${data}.normalize("NFC").trim()`)
          gen.if(_`${it.parentData} !== undefined`, () =>
            gen.assign(_`${it.parentData}[${it.parentDataProperty}]`, data),
          )
          gen.assign(bad, _`${data}.codePointAt(${expression(upToFault)}.exec(${data})[0].length)`)
          gen.assign(blank, _`${short}!${expression(visible)}.test(${data})`)
        },
      )
      context.setParams({ codePoint: bad })
      context.pass(_`${bad} === undefined && !${blank}`)
    },
  })
}
