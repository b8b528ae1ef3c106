const reserved = new Set(
  (
    'arguments await break case catch class const continue debugger default delete do else enum eval ' +
    'export extends false finally for function if implements import in instanceof interface let new ' +
    'null package private protected public return static super switch this throw true try typeof ' +
    'undefined var void while with yield'
  ).split(' '),
)

/**
 * A JavaScript name for what the contract calls `text`: itself where it already is one, else in
 * camel case (`v1.health.get` → `v1HealthGet`).
 */
export function identifier(text: string): string {
  const name = /^[A-Za-z_$][\w$]*$/.test(text) ? text : camel(text)
  if (reserved.has(name)) return `${name}Operation`
  return /^\d/.test(name) ? `_${name}` : name || 'operation'
}

/** `Private Messages`, `privateMessages` and `private_messages` → `private-messages`. */
export function kebab(text: string): string {
  return words(text).join('-').toLowerCase()
}

/** `category` of `categories`, `post` of `posts`. */
export function singular(many: string): string {
  return many.endsWith('ies') ? `${many.slice(0, -3)}y` : many.replace(/s$/, '')
}

/** `listing-categories` → `ListingCategories`. */
export function pascal(text: string): string {
  return words(text).map(capital).join('')
}

function camel(text: string): string {
  const [first = '', ...rest] = words(text)
  return first.charAt(0).toLowerCase() + first.slice(1) + rest.map(capital).join('')
}

export function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}

function words(text: string): string[] {
  return text
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .split(/[^A-Za-z0-9]+/)
    .filter(Boolean)
}
