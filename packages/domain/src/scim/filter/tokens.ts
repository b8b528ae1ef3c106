import { isStorable } from '../schema/values.ts'

/** A piece of a filter: a bracket, a string (decoded), or a word, which is a path, an operator or a literal. */
export interface Token {
  readonly kind: '(' | ')' | '[' | ']' | 'string' | 'word' | 'end'
  readonly text: string
  /** The character that it begins at, counted from 1. */
  readonly at: number
}

/** A fault in the text of a filter or a path, and the character it is at. */
export class FilterFault extends Error {}

const PIECE = /\s*(?:([()[\]])|("(?:[^"\\]|\\[^])*")|([^\s()[\]"]+))/y

/** The pieces of a filter, the last of which is its end. Strings are read as JSON reads them (RFC 7644, 3.4.2.2). */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = []
  const pieces = new RegExp(PIECE)
  for (;;) {
    const begin = pieces.lastIndex
    const match = pieces.exec(text)
    if (match === null) {
      if (text.slice(begin).trim() !== '')
        throw new FilterFault(`cannot be read from character ${begin + 1}`)
      return [...tokens, { kind: 'end', text: '', at: text.length + 1 }]
    }
    const [, bracket, string, word] = match
    const piece = bracket ?? string ?? word ?? ''
    const at = pieces.lastIndex - piece.length + 1
    if (string !== undefined) tokens.push({ kind: 'string', text: decoded(string, at), at })
    else tokens.push({ kind: bracket ? (bracket as Token['kind']) : 'word', text: piece, at })
  }
}

function decoded(string: string, at: number): string {
  const text = parsed(string)
  if (typeof text !== 'string' || !isStorable(text))
    throw new FilterFault(`has a string at character ${at} that is none of JSON's`)
  return text
}

function parsed(string: string): unknown {
  try {
    return JSON.parse(string)
  } catch {
    return undefined
  }
}
