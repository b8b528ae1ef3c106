import { idOf } from '../ids.rules.ts'

/** The parts of a refused write that the provisioning log keeps. */

const RESOURCE = /\/(User|Group)s(?:\/([^/?#]+))?\/?$/
const MOST_OF_AN_ID = 100
const MOST_OF_A_DETAIL = 1000

/** The resource that a path leads to: /Me is a user, and what leads to none a bulk request's own. */
export function placeOf(path: string) {
  const [, resource_type = /\/Me\/?$/.test(path) ? 'User' : 'Bulk', id] = RESOURCE.exec(path) ?? []
  const user_id = resource_type === 'User' && id !== undefined ? idOf(id) || null : null
  return {
    resource_type,
    resource_id: id === undefined ? null : id.slice(0, MOST_OF_AN_ID),
    user_id,
  }
}

/** The text that the provider was told, cut where it repeats too much of what was sent. */
export const told = (detail: string): string => detail.slice(0, MOST_OF_A_DETAIL)
