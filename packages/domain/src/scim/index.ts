import type { Handlers } from '../kit/context.ts'
import { surface } from '../kit/surface.ts'
import { bulkScim } from './bulk/bulk.ts'
import * as discovery from './discovery/discovery.ts'
import * as groups from './groups/groups.ts'
import { scimGroupList } from './groups/groups.store.ts'
import { groupsPurge } from './groups/purge.ts'
import * as me from './me/me.ts'
import * as members from './members/members.ts'
import { getScimRequest, listScimRequests, requestsPurge } from './requests/requests.ts'
import { requestList } from './requests/requests.store.ts'
import { searchScim } from './search/search.ts'
import { requestsPerMinute } from './settings.ts'
import { secretsPurge } from './tokens/purge.ts'
import * as tokens from './tokens/tokens.ts'
import { tokenList } from './tokens/tokens.store.ts'
import { leaversPurge } from './users/purge.ts'
import * as users from './users/users.ts'
import { scimUserList } from './users/users.store.ts'

export { createToken, listTokens, revokeToken, rotateToken } from './tokens/lifecycle.ts'
export { secretsPurge } from './tokens/purge.ts'
export { findToken, tokenList } from './tokens/tokens.store.ts'
export { requestList } from './requests/requests.store.ts'
export { noteRefusals, requestsPurge } from './requests/requests.ts'
export { requestsPerMinute } from './settings.ts'
export { failureOf } from './failure.ts'
export { scimGroupList } from './groups/groups.store.ts'
export { groupsPurge } from './groups/purge.ts'
export { parseFilter } from './filter/parse.ts'
export { patched } from './patch/patch.ts'
export { project, projectionOf } from './projection/projection.ts'
export { replacementOf, resourceOf, type Resource } from './schema/resources.ts'
export { groupType, userType } from './schema/types.ts'
export { columnsOf, valuesOf } from './users/columns.rules.ts'
export { insertUser as insertScimUser } from './users/making.store.ts'
export { leaversPurge } from './users/purge.ts'
export { scimUserList } from './users/users.store.ts'

const { presentToken: _, ...tokenHandlers } = tokens

const handlers = {
  bulkScim,
  ...discovery,
  ...groups,
  ...me,
  ...members,
  getScimRequest,
  listScimRequests,
  searchScim,
  ...tokenHandlers,
  ...users,
} satisfies Handlers<'scim'>

export const scim = surface('scim', {
  handlers,
  lists: [requestList, scimGroupList, scimUserList, tokenList],
  purges: [groupsPurge, leaversPurge, requestsPurge, secretsPurge],
  settings: [requestsPerMinute],
})
