import type { ServerConfig } from '../../config.ts'
import { slugOf } from '../../stages/tenant.ts'

/** The host of a package's content: which package and tenant it names, if it does. */
export interface ContentHost {
  readonly packageId: number | undefined
  readonly slug: string | undefined
}

const LABELS = /^p(\d{1,15})\.content\.(.+)$/

/**
 * The content host that was called: `p12.content.demo.mobieus.io`, the one that `CONTENT_ORIGIN` names for all, or in
 * development a bare host. `undefined` for any other, on which no content is served.
 */
export function contentHostOf(
  host: string | undefined,
  config: ServerConfig,
): ContentHost | undefined {
  const name = (host ?? '').toLowerCase()
  if (config.contentOrigin !== undefined)
    return new URL(config.contentOrigin).host === name
      ? { packageId: undefined, slug: undefined }
      : undefined
  const [, id, rest] = LABELS.exec(name) ?? []
  if (id === undefined)
    return slugOf(host, config) === null && !config.production
      ? { packageId: undefined, slug: undefined }
      : undefined
  const slug = slugOf(rest, config)
  return slug ? { packageId: Number(id), slug } : undefined
}

/** The origin of a package's content, seen from the host that was called. */
export function contentOriginOf(origin: string, packageId: number, config: ServerConfig): string {
  if (config.contentOrigin !== undefined) return config.contentOrigin
  const { protocol, host } = new URL(origin)
  return slugOf(host, config) ? `${protocol}//p${packageId}.content.${host}` : origin
}

/** The origin of the pages around a package's content, which may frame it. */
export const framingOriginOf = (host: string): string => host.replace(LABELS, '$2')
