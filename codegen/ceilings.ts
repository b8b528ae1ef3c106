import type { CodeKeywordDefinition, KeywordCxt } from 'ajv'
import type { Ajv2020 } from 'ajv/dist/2020.js'
import { _, type Code } from 'ajv/dist/compile/codegen/index.js'
import { useFunc } from 'ajv/dist/compile/util.js'
import ucs2length from 'ajv/dist/runtime/ucs2length.js'

/**
 * Ceilings for what checking a value costs. Ajv lists every fault and compares the entries of a list
 * each with each. It looks at a text or a list to its end even where it is too long already. A body of
 * a megabyte then takes minutes. With these ceilings a check costs about as much as parsing the value.
 */

/** A loop over the value's own fields or entries ends after so many faults. */
const FAULTS_A_LOOP = 300

/** No text of these formats is longer, and some take long to be found to be none. */
const longest: Readonly<Record<string, number>> = {
  date: 10,
  'date-time': 100,
  duration: 100,
  email: 320,
  hostname: 253,
  ipv4: 15,
  ipv6: 45,
  'iso-date-time': 100,
  'iso-time': 100,
  time: 100,
  uuid: 45,
}

/** Replaces the keywords whose cost has no ceiling by their own, which have one. */
export function addCeilings(ajv: Ajv2020): void {
  const replace = (keyword: string, change: (own: CodeKeywordDefinition) => object) => {
    const own = ajv.getKeyword(keyword) as unknown as CodeKeywordDefinition
    for (const each of [own.keyword].flat()) ajv.removeKeyword(each)
    ajv.addKeyword({ ...own, ...change(own) })
  }
  // Both keywords count to the end of a text; a text has at least half as many characters as UTF-16
  // units.
  replace('maxLength', () => ({ code: countCharacters }))
  // A text that is too long is not looked at: it is refused in any case.
  replace('pattern', (own) => ({
    code: (context: KeywordCxt) =>
      unlessLonger(context, twice(context), false, () => own.code(context)),
  }))
  replace('format', (own) => ({
    code(context: KeywordCxt, type?: string) {
      const most = twice(context)
      const check = () => own.code(context, type)
      if (most !== undefined) unlessLonger(context, most, false, check)
      else unlessLonger(context, longest[context.schema as string], true, check)
    },
  }))
  // The entries of a list that is too long are not looked at either. To check a number costs forty
  // times as much as to parse it.
  replace('items', (own) => ({
    code(context: KeywordCxt) {
      const { gen, data, parentSchema } = context
      const { maxItems } = parentSchema as { maxItems?: number }
      if (maxItems === undefined) return own.code(context)
      gen.if(_`${data}.length <= ${maxItems}`, () => own.code(context))
    },
  }))
  replace('uniqueItems', () => ({ $data: false, code: findRepeated }))
}

/** The UTF-16 units of a text that may still have as many characters as it may. */
function twice({ parentSchema }: KeywordCxt): number | undefined {
  const { maxLength } = parentSchema as { maxLength?: number }
  return maxLength === undefined ? undefined : 2 * maxLength
}

/** Does without a check where a text is longer; that is a fault of its own where nothing else says so. */
function unlessLonger(
  context: KeywordCxt,
  most: number | undefined,
  fault: boolean,
  check: () => void,
): void {
  const { gen, data } = context
  if (most === undefined) return check()
  const longer = _`typeof ${data} == "string" && ${data}.length > ${most}`
  gen.if(longer, () => (fault ? context.error() : undefined), check)
}

function countCharacters(context: KeywordCxt): void {
  const { keyword, gen, data, schema } = context
  const units = _`${data}.length`
  const characters = _`${useFunc(gen, ucs2length.default)}(${data})`
  const fails: Code =
    keyword === 'maxLength'
      ? _`${units} > ${schema} && (${units} > ${2 * schema} || ${characters} > ${schema})`
      : _`${units} < ${schema} || (${units} < ${2 * schema} && ${characters} < ${schema})`
  context.fail(fails)
}

function findRepeated(context: KeywordCxt): void {
  const { gen, data, schema, parentSchema } = context
  if (schema !== true) return
  const find = gen.scopeValue('func', { ref: findRepeated, code: _`repeatedIn` })
  const pair = gen.let('pair')
  context.setParams({ i: _`${pair}[0]`, j: _`${pair}[1]` })
  const most: unknown = parentSchema.maxItems
  const looked = typeof most === 'number' ? _`${data}.length <= ${most} && ` : _``
  context.fail(_`${looked}(${pair} = ${find}(${data})) !== undefined`)
}

/** The compiled checks call this: it finds the places of two equal entries in one pass. */
const REPEATED_IN = `
function repeatedIn(list) {
  const known = new Map();
  for (let i = 0; i < list.length; i++) {
    const entry = list[i] !== null && typeof list[i] === "object" ? "{" + sorted(list[i]) : typeof list[i] + list[i];
    if (known.has(entry)) return [i, known.get(entry)];
    known.set(entry, i);
  }
}
function sorted(value) {
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  if (Array.isArray(value)) return "[" + value.map(sorted).join() + "]";
  return "{" + Object.keys(value).sort().map((name) => JSON.stringify(name) + ":" + sorted(value[name])).join() + "}";
}
`

const LOOP = /\bfor\((?:const (key\d+) in |let (i\d+)=0; i\d+<)[^{]*\{/g
/** Loops over the schema's own rows, which are few, need no ceiling. */
const OF_THE_SCHEMA = /\bfor\(const \w+ of v?[sS]chema\d+/

/**
 * Compiled checks whose loops over a value end early. After so many faults the value is refused in any
 * case, and a fault `ceiling` says that there may be more. Throws at a loop it does not know, so that
 * none goes without an end.
 */
export function endLoops(code: string): string {
  const ended = code.replace(LOOP, (loop, key: string | undefined, index: string | undefined) => {
    const most = `most_${key ?? index}`
    return `const ${most} = errors + ${FAULTS_A_LOOP};${loop}if(errors > ${most}){vErrors.push(ceiling);errors++;break;}`
  })
  for (const [loop] of ended.matchAll(/\b(?:for|while)\s*\([^{]*\{(?:if\(errors > most_)?/g))
    if (!loop.endsWith('if(errors > most_') && !OF_THE_SCHEMA.test(loop))
      throw new Error(`A compiled check has a loop without a ceiling: ${loop}`)
  return `${CEILING}${REPEATED_IN}${ended}`
}

const CEILING =
  'const ceiling = {instancePath:"",schemaPath:"",keyword:"ceiling",params:{},message:"may have more faults"};'
