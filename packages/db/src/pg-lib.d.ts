/** Modules that pg exports and its types leave out. */
declare module 'pg/lib/utils.js' {
  const utils: { prepareValue: (value: unknown) => Buffer | string | null }
  export = utils
}
