import type { OperationId } from '../../packages/contract/src/index.ts'

/**
 * SCIM's operations, which the table of a million rows leaves out: they take a token and speak another dialect than the
 * rows of the table. `npm run bench -- scim` times filters and writes at 100,000 users.
 */
export const UNMEASURED_SCIM: Readonly<Partial<Record<OperationId, string>>> = {
  getScimMe: 'reads a user by its key',
  patchScimMe: 'writes the rows of one user by its key',
  getScimConfig: 'answers what is known beforehand',
  listScimResourceTypes: 'answers what is known beforehand',
  getScimResourceType: 'answers what is known beforehand',
  listScimSchemas: 'answers what is known beforehand',
  getScimSchema: 'answers what is known beforehand',
  adoptScimMember: 'writes the rows of createScimUser',
  releaseScimMember: 'removes the rows of createScimUser by their keys',
  listScimRequests: 'a list by listOf like that of the audit log, with its indexes',
  getScimRequest: 'reads one row by its key',
  searchScim: 'reads as listScimUsers does',
  listScimTokens: 'a tenant has few tokens',
  createScimToken: 'a tenant has few tokens',
  getScimToken: 'reads one row by its key',
  rotateScimToken: 'as rotateApiKey, of which a tenant has more',
  revokeScimToken: 'as revokeApiKey, of which a tenant has more',
  bulkScim: 'carries out the writes of users and groups, one after the other',
  listScimGroups: 'takes a token; `bench -- scim` times groups of ten and of ten thousand',
  createScimGroup: 'takes a token; writes one group, and those members that are sent',
  getScimGroup: 'takes a token; `bench -- scim` times groups of ten and of ten thousand',
  replaceScimGroup: 'takes a token; writes one group, and those members that come or go',
  patchScimGroup: 'takes a token; `bench -- scim` times groups of ten and of ten thousand',
  deleteScimGroup: 'marks one group by its key; its members are purged in batches',
  searchScimGroups: 'reads as listScimGroups does',
  listScimUsers: 'takes a token; timed at 100,000 users',
  createScimUser: 'takes a token; timed at 100,000 users',
  getScimUser: 'reads a user by its key',
  replaceScimUser: 'writes the rows of one user by its key',
  patchScimUser: 'writes the rows of one user by its key',
  deleteScimUser: 'removes the rows of one user by its key',
  searchScimUsers: 'reads as listScimUsers does',
}
