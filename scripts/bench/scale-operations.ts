import { operations as contract, type OperationId } from '@mobieus/contract'
import type { ScaleTenant } from './scale-fill.ts'
import { AI_ROWS, UNMEASURED_HOOKS } from './scale-ai.ts'
import { COHORT_ROWS } from './scale-cohorts.ts'
import { HELP_ROWS } from './scale-help.ts'
import { KNOW_ROWS, UNMEASURED_KNOW } from './scale-know.ts'
import { LEARN_ROWS, UNMEASURED_LEARN } from './scale-learn.ts'
import { MAIL_ROWS, UNMEASURED_MAIL } from './scale-mail.ts'
import { UNMEASURED_XAPI } from './scale-xapi.ts'
import { UNMEASURED_SCIM } from './scale-scim.ts'
import { PLACE_ROWS } from './scale-places.ts'
import { get, list, nth, someMember, write, type ScaleRow } from './scale-requests.ts'

const users = (t: ScaleTenant, n: number) => nth('users', t, n)
/** Members of a tenth of the tenant, so that every write meets another one. */
const lateMember = (t: ScaleTenant, n: number) => t.from.users + Math.floor(t.rows / 5) + n
const endpoint = (t: ScaleTenant, i: number) => t.from.webhook_endpoints + i
const openOf = '/api/v1/webhooks'
const admin = '/api/admin'
const url = 'https://93.184.215.14/hooks'
const newHook = () => ({ path: openOf, body: { url, subscribed_events: ['post.created'] } })
const newKey = (_: ScaleTenant, n: number) => ({
  path: `${admin}/api-keys`,
  body: { label: `Key ${n}`, scopes: ['posts:read'] },
  session: true,
})

const restored = (
  operation: OperationId,
  path: (tenant: ScaleTenant, n: number) => string,
  removed: string,
) =>
  write(
    operation,
    (t, n) => `${path(t, n)}/restore`,
    {},
    {
      before: (t, n) => ({ path: `${path(t, n)}${removed}`, body: {} }),
    },
  )

/** Every list, get and write that the contract has, but for those in `UNMEASURED`. */
export const SCALE_ROWS: readonly ScaleRow[] = [
  get('getMe', () => '/api/v1/me'),
  ...list('listEvents', '/api/v1/events', {
    type: { type: 'post.created' },
    since: () => ({ since: new Date(Date.now() - 86_400_000).toISOString() }),
    'order=asc': { order: 'asc' },
  }),

  ...list('listUsers', '/api/v1/users', {}, 'users'),
  get('getUser', (t) => `/api/v1/users/${users(t, 0)}`),
  write('createUser', '/api/v1/users', (_: ScaleTenant, n: number) => ({
    username: `newcomer-${n}`,
    email: `newcomer-${n}@example.com`,
  })),
  write(
    'updateUser',
    (t, n) => `/api/v1/users/${users(t, n)}`,
    (_: ScaleTenant, n: number) => ({ display_name: `Another name ${n}` }),
  ),
  write('deleteUser', (t, n) => `/api/v1/users/${lateMember(t, n)}/delete`),

  ...list(
    'listPosts',
    '/api/v1/posts',
    {
      author_id: (t) => ({ author_id: someMember(t) }),
      forum_slug: { forum_slug: 'forum-7' },
      thread_id: (t) => ({ thread_id: t.from.threads + 7 }),
      'author_id and forum_slug': (t) => ({ author_id: someMember(t), forum_slug: 'forum-7' }),
    },
    'posts',
  ),
  get('getPost', (t) => `/api/v1/posts/${nth('posts', t, 0, 10, 1)}`),
  write('createPost', '/api/v1/posts', (t: ScaleTenant) => ({
    thread_id: t.from.threads + 7,
    body: 'The picture rolls after ten minutes.',
  })),
  {
    ...write('createPost', '/api/v1/posts', (t: ScaleTenant) => ({
      thread_id: t.from.threads + 7,
      body: 'The picture rolls after ten minutes.',
    })),
    name: 'createPost, Idempotency-Key',
    request: (t, n) => ({
      path: '/api/v1/posts',
      body: { thread_id: t.from.threads + 7, body: 'Once' },
      headers: { 'idempotency-key': `scale-${n}` },
    }),
  },
  write('updatePost', (t, n) => `/api/v1/posts/${nth('posts', t, n, 10, 1)}`, {
    body: 'Changed',
  }),
  write('deletePost', (t, n) => `/api/v1/posts/${nth('posts', t, n, 10, 2)}/delete`),

  ...list(
    'listListings',
    '/api/v1/listings',
    {
      'status=active': { status: 'active' },
      'status=expired': { status: 'expired' },
      seller_id: (t) => ({ seller_id: someMember(t) }),
      'status and seller_id': (t) => ({ status: 'sold', seller_id: someMember(t) }),
      'status and category_id': (t) => ({ status: 'sold', category_id: t.category }),
    },
    'listings',
  ),
  get('getListing', (t) => `/api/v1/listings/${nth('listings', t, 0, 5, 0)}`),
  write('createListing', '/api/v1/listings', (t: ScaleTenant, n: number) => ({
    title: `Cartridge again ${n}`,
    description: 'Plays',
    price_cents: 100,
    quantity: 1,
    condition_rating: 'good',
    location: { country: 'DE' },
    category_id: t.category,
  })),
  write('updateListing', (t, n) => `/api/v1/listings/${nth('listings', t, n, 5, 4)}`, {
    price_cents: 90,
  }),
  write('publishListing', (t, n) => `/api/v1/listings/${nth('listings', t, n, 5, 2)}/publish`),
  write('sellListing', (t, n) => `/api/v1/listings/${nth('listings', t, n + 200, 5, 4)}/sell`, {
    quantity: 1,
  }),
  write(
    'withdrawListing',
    (t, n) => `/api/v1/listings/${nth('listings', t, n + 400, 5, 4)}/withdraw`,
  ),

  ...list(
    'listFiles',
    '/api/v1/files',
    {
      area_slug: { area_slug: 'images' },
      uploader_id: (t) => ({ uploader_id: someMember(t) }),
      'area_slug and uploader_id': (t) => ({ area_slug: 'images', uploader_id: someMember(t) }),
    },
    'files',
  ),
  get('getFile', (t) => `/api/v1/files/${nth('files', t, 0, 5, 1)}`),
  write('deleteFile', (t, n) => `/api/v1/files/${nth('files', t, n, 5, 2)}/delete`),

  ...list(
    'listReports',
    '/api/v1/reports',
    {
      'status=open': { status: 'open' },
      'status=resolved': { status: 'resolved' },
      reason_category: { reason_category: 'spam' },
      reported_user_id: (t) => ({ reported_user_id: someMember(t) }),
      'status and reason_category': { status: 'open', reason_category: 'spam' },
    },
    'reports',
  ),
  get('getReport', (t) => `/api/v1/reports/${nth('reports', t, 0)}`),
  write('createReport', '/api/v1/reports', (t: ScaleTenant, n: number) => ({
    reported_post_id: nth('posts', t, n, 10, 3),
    reason_category: 'spam',
  })),
  write('dismissReport', (t, n) => `/api/v1/reports/${nth('reports', t, n, 20, 0)}/dismiss`),
  write('resolveReport', (t, n) => `/api/v1/reports/${nth('reports', t, n + 80, 20, 0)}/resolve`, {
    action: 'warn',
  }),

  ...list(
    'listModerationActions',
    '/api/v1/moderation/actions',
    { action: { action: 'ban' }, target_user_id: (t) => ({ target_user_id: someMember(t) }) },
    'moderation_actions',
  ),
  write('createModerationAction', '/api/v1/moderation/actions', (t: ScaleTenant, n: number) => ({
    action: 'warn',
    target_user_id: users(t, n),
  })),

  ...list('listWebhooks', openOf),
  get('getWebhook', (t) => `${openOf}/${endpoint(t, 1)}`),
  write('createWebhook', openOf, { url, subscribed_events: ['*'] }),
  write(
    'updateWebhook',
    (t) => `${openOf}/${endpoint(t, 1)}`,
    (_: ScaleTenant, n: number) => ({
      description: `Mirror ${n}`,
    }),
  ),
  write(
    'patchWebhook',
    (t) => `${openOf}/${endpoint(t, 1)}`,
    (_: ScaleTenant, n: number) => ({ description: `Mirror again ${n}` }),
    { method: 'PATCH' },
  ),
  {
    name: 'listWebhookDeliveries',
    operation: 'listWebhookDeliveries',
    request: (t) => ({ path: `${openOf}/${endpoint(t, 1)}/deliveries` }),
  },
  {
    name: 'listWebhookDeliveries, status',
    operation: 'listWebhookDeliveries',
    request: (t) => ({ path: `${openOf}/${endpoint(t, 1)}/deliveries?status=failed` }),
  },
  get(
    'getWebhookDelivery',
    (t) => `${openOf}/${endpoint(t, 1)}/deliveries/${t.from.webhook_deliveries + t.rows}`,
  ),
  write(
    'replayWebhookDelivery',
    (t, n) =>
      `${openOf}/${endpoint(t, 1)}/deliveries/${t.from.webhook_deliveries + t.rows - n}/replay`,
  ),
  write(
    'disableWebhook',
    (t) => `${openOf}/${endpoint(t, 1)}/disable`,
    {},
    {
      before: (t) => ({ path: `${openOf}/${endpoint(t, 1)}/enable`, body: {} }),
    },
  ),
  write(
    'enableWebhook',
    (t) => `${openOf}/${endpoint(t, 1)}/enable`,
    {},
    {
      before: (t) => ({ path: `${openOf}/${endpoint(t, 1)}/disable`, body: {} }),
    },
  ),
  write(
    'replayWebhook',
    (t) => `${openOf}/${endpoint(t, 2)}/replay`,
    () => ({
      since: new Date(Date.now() - 20 * 60_000).toISOString(),
    }),
  ),
  write('rotateWebhookSecret', (t) => `${openOf}/${endpoint(t, 1)}/rotate-secret`),
  write('testWebhook', (t) => `${openOf}/${endpoint(t, 3)}/test`),
  write('deleteWebhook', () => `${openOf}/{id}/delete`, {}, { before: newHook }),
  write('removeWebhook', () => `${openOf}/{id}`, null, { before: newHook, method: 'DELETE' }),

  ...list('listApiKeys', `${admin}/api-keys`, {}, 'api_keys'),
  get('getApiKey', (t) => `${admin}/api-keys/${t.from.api_keys + 1}`),
  write('createApiKey', `${admin}/api-keys`, (t: ScaleTenant, n: number) => newKey(t, n).body),
  write('updateApiKey', () => `${admin}/api-keys/{id}`, { label: 'Renamed' }, { before: newKey }),
  write('rotateApiKey', () => `${admin}/api-keys/{id}/rotate`, {}, { before: newKey }),
  write('revokeApiKey', () => `${admin}/api-keys/{id}/revoke`, {}, { before: newKey }),
  ...list(
    'listAuditLog',
    `${admin}/audit-log`,
    {
      actor_id: (t) => ({ actor_id: someMember(t) }),
      action: { action: 'post.deleted' },
      target_kind: { target_kind: 'file' },
      'actor_id and action': (t) => ({ actor_id: someMember(t), action: 'post.deleted' }),
    },
    'audit_log',
  ),
  get('getSession', () => `${admin}/session`),
  restored('restoreUser', (t, n) => `/api/v1/users/${lateMember(t, n + 400)}`, '/delete'),
  restored('restorePost', (t, n) => `/api/v1/posts/${nth('posts', t, n, 10, 4)}`, '/delete'),
  restored('restoreFile', (t, n) => `/api/v1/files/${nth('files', t, n, 5, 3)}`, '/delete'),
  restored(
    'restoreListing',
    (t, n) => `/api/v1/listings/${nth('listings', t, n + 600, 5, 4)}`,
    '/withdraw',
  ),
  ...PLACE_ROWS,
  ...HELP_ROWS,
  ...KNOW_ROWS,
  ...LEARN_ROWS,
  ...COHORT_ROWS,
  ...AI_ROWS,
  ...MAIL_ROWS,
]

/** Operations that the table leaves out, and why. */
export const UNMEASURED: Readonly<Partial<Record<OperationId, string>>> = {
  createFile: 'takes its time for the bytes; its rows are those of createReport',
  downloadFile: 'reads bytes, after the look-up of getFile',
  ...UNMEASURED_HOOKS,
  ...UNMEASURED_KNOW,
  ...UNMEASURED_LEARN,
  ...UNMEASURED_MAIL,
  ...UNMEASURED_SCIM,
  ...UNMEASURED_XAPI,
  splitTicket: 'moves messages as mergeTicket does, and opens a ticket as createTicket does',
  unlinkTicket: 'writes the rows of linkTicket',
  unmergeTicket: 'moves messages back as mergeTicket moves them',
  deleteSession: 'ends the session that all others of the console go by',
}

/** Operations that are neither in the table nor left out for a reason. */
export const forgotten = (): string[] => {
  const known = new Set<string>([
    ...SCALE_ROWS.map(({ operation }) => operation),
    ...Object.keys(UNMEASURED),
  ])
  return Object.keys(contract).filter((id) => !known.has(id))
}
