const HOST = /^[a-z0-9.-]+(?::\d*)?$/i

/** The origin of the host that was called, which so leads back on every installation. */
export function originOf(host: string | undefined): string {
  const safe = host && HOST.test(host) ? host : 'localhost'
  const local = /(?:^|\.)localhost(?::|$)|^\d+\.\d+\.\d+\.\d+(?::|$)/.test(safe)
  return `${local ? 'http' : 'https'}://${safe}`
}
