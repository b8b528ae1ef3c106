import { openHelpDesk, type HelpDesk } from './help-desk.ts'
import type { Called, Json, Platform } from './platform.ts'

/** A help desk whose model may be asked everything, and the console of its administrator. */
export interface AiDesk extends HelpDesk {
  /** Asks a hook, by the last part of its path; another server by its port. */
  ask(
    hook: string,
    body?: object,
    headers?: Readonly<Record<string, string>>,
    port?: number,
  ): Promise<Called>
  /** Reads or, with a body, writes below `/api/admin/ai`. */
  console(path: string, body?: object): Promise<Called>
  /** The calls that the ledger has, the oldest first, but for the one of the documentation. */
  calls(): Promise<Json[]>
}

const atPort = (origin: string, port: number): string =>
  Object.assign(new URL(origin), { port: String(port) }).origin

/** The ticket of the documentation. */
export const TICKET = { ticket_id: 1234 }

export async function openAiDesk(platform: Platform): Promise<AiDesk> {
  const desk = await openHelpDesk(platform)
  const [key, session] = await Promise.all([desk.tenant.key(), desk.tenant.session({ role: 4 })])
  const host = desk.tenant.url
  const console: AiDesk['console'] = (path, body) =>
    platform.call(`/api/admin/ai${path}`, { key: session, host, body })
  return {
    ...desk,
    console,
    ask(hook, body = TICKET, headers = {}, port) {
      const path = `/api/v1/helpdesk/ai/${hook}`
      const asked = { key, host: port === undefined ? host : atPort(host, port) }
      return hook === 'knowledge-gaps'
        ? platform.call(path, asked)
        : platform.call(path, { ...asked, body, headers })
    },
    async calls() {
      const { body } = await console('/calls?limit=100')
      return body.data.filter(({ id }: { id: number }) => id !== 8801).reverse()
    },
  }
}
