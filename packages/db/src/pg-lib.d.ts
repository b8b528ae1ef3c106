/** What pg exports beside its types. */
declare module 'pg/lib/utils.js' {
  const utils: { prepareValue: (value: unknown) => Buffer | string | null }
  export = utils
}
