/** The parts of the configuration that say where tenants are. */
interface Place {
  readonly production?: boolean
  readonly baseDomains?: readonly string[]
  readonly port?: number
}

/** The origin of a tenant's pages by its slug: in production its own host over HTTPS, else that of this machine. */
export const originsOf =
  ({ production = false, baseDomains: [base = 'localhost'] = [], port = 3000 }: Place) =>
  (slug: string): string =>
    production ? `https://${slug}.${base}` : `http://${slug}.${base}:${port}`
