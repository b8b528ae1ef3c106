import type { Setting } from '../../kit/settings.ts'
import type { XapiVersion } from './shapes/check.ts'

/** The version that a request speaks, by its header; `undefined` for none that is spoken. */
export function versionIn(header: string | undefined): XapiVersion | undefined {
  const [, major] = /^([12])\.0(?:\.\d{1,9})?$/.exec(header ?? '') ?? []
  return major === undefined ? undefined : major === '1' ? '1.0.3' : '2.0.0'
}

/** The version of a request whose header has been checked. */
export const versionOf = (header: { readonly 'x-experience-api-version': string }): XapiVersion =>
  versionIn(header['x-experience-api-version']) ?? '1.0.3'

/** The version that answers name to requests that name none: `1.0.3` or `2.0`. */
export const defaultVersion: Setting<XapiVersion> = {
  name: 'learn.xapi.default_version',
  list: false,
  check(value) {
    if (value !== '1.0.3' && value !== '2.0') throw new Error(`${value} is neither 1.0.3 nor 2.0`)
  },
  read: (values) => versionIn(values.at(-1)) ?? '1.0.3',
  otherwise: '1.0.3',
}
