/** Whether the answer says that it is JSON, of whichever kind (`application/problem+json` …). */
export function isJson(response: Response): boolean {
  return /^application\/(?:[\w.-]+\+)?json\b/i.test(response.headers.get('content-type') ?? '')
}

/**
 * The body of a successful answer: parsed when it is JSON, a string when it is text, otherwise a
 * Blob; undefined when there is none. Rejects with a SyntaxError when what calls itself JSON is not.
 */
export async function readBody(response: Response): Promise<unknown> {
  if (response.status === 204 || response.body === null) return undefined
  if (!isJson(response)) {
    const isText = response.headers.get('content-type')?.startsWith('text/')
    return isText ? response.text() : response.blob()
  }
  const text = await response.text()
  return text === '' ? undefined : JSON.parse(text)
}
