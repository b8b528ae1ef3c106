import { openHelpDesk, type HelpDesk } from './help-desk.ts'
import type { Called, Json, Platform } from './platform.ts'

/** A help desk whose model may be asked everything, and the console of its administrator. */
export interface AiDesk extends HelpDesk {
  /** Asks a hook, by the last part of its path. */
  ask(hook: string, body?: object, headers?: Readonly<Record<string, string>>): Promise<Called>
  /** Reads or, with a body, writes below `/api/admin/ai`. */
  console(path: string, body?: object): Promise<Called>
  /** The calls that the ledger has, the oldest first, but for the one of the documentation. */
  calls(): Promise<Json[]>
}

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
    ask: (hook, body = TICKET, headers = {}) =>
      hook === 'knowledge-gaps'
        ? platform.call(`/api/v1/helpdesk/ai/${hook}`, { key, host })
        : platform.call(`/api/v1/helpdesk/ai/${hook}`, { key, host, body, headers }),
    async calls() {
      const { body } = await console('/calls?limit=100')
      return body.data.filter(({ id }: { id: number }) => id !== 8801).reverse()
    },
  }
}
