/** A text without accents and case, as the columns that a search reads have it. */
export function foldedOf(text: string): string {
  const letters = [...text.normalize('NFD').replaceAll(/[\u0300-\u036f]/g, '')]
  // Letter by letter as PostgreSQL does: a sigma at a word's end would become another letter.
  return letters.map((letter) => letter.toLowerCase()).join('')
}

/** The pattern of LIKE for a folded word at any place. */
export const patternOf = (word: string): string => `%${word.replaceAll(/[\\%_]/g, '\\$&')}%`
