const HEADER = /^\[\s*([^\]]+?)\s*\]$/
const PAIR = /^([^=;#]+?)\s*=/

/** A line of an `app.ini` with the section that it stands in. */
interface Line {
  readonly text: string
  readonly section: string
}

/**
 * The text of an `app.ini` with a setting that is no list and has this value, or none where it is `undefined`.
 * Everything else stays as it is written, comments as well.
 */
export function withSetting(ini: string, name: string, value: string | undefined): string {
  const lines = linesOf(ini)
  const place = lines.findIndex((line) => nameIn(line) === name)
  const others = lines.filter((line) => nameIn(line) !== name).map(({ text }) => text)
  if (value === undefined) return others.join('\n')
  if (place !== -1) {
    const written = PAIR.exec(lines[place]?.text as string)?.[1] as string
    return others.toSpliced(place, 0, `${written} = ${value}`).join('\n')
  }
  const [section, key] = name.split('.') as [string, string]
  const pair = `${key} = ${value}`
  const header = others.findIndex((text) => HEADER.exec(text.trim())?.[1] === section)
  if (header !== -1) return others.toSpliced(header + 1, 0, pair).join('\n')
  const before = ini === '' || ini.endsWith('\n') ? ini : `${ini}\n`
  return `${before}[${section}]\n${pair}\n`
}

function linesOf(ini: string): Line[] {
  let section = ''
  return ini.split(/\r?\n/).map((text) => {
    section = HEADER.exec(text.trim())?.[1] ?? section
    return { text, section }
  })
}

const nameIn = ({ text, section }: Line): string | undefined => {
  const key = PAIR.exec(text.trim())?.[1]
  return key && [section, key].filter(Boolean).join('.')
}
