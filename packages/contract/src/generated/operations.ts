// Generated from the contract by `npm run generate`. Never edited by hand.

export type ScalarType = 'string' | 'integer' | 'number' | 'boolean'

/** What a parameter's text is read as; `json` is JSON in one parameter, `any` stays text. */
export type ParameterType = ScalarType | 'array' | 'object' | 'json' | 'any'

export interface ParameterRow {
  /** Of a header: in lower case. */
  readonly name: string
  readonly in: 'path' | 'query' | 'header' | 'cookie'
  readonly required: boolean
  readonly type: ParameterType
  /** Of an array: what each element is read as. */
  readonly items?: ParameterType
  /** Of an object: what each property is read as. */
  readonly properties?: Readonly<Record<string, ParameterType>>
  readonly style: string
  readonly explode: boolean
  readonly nullable?: true
  readonly default?: unknown
}

export interface OperationRow {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete' | 'head' | 'options' | 'trace'
  readonly path: string
  /** Further paths that are routed the same. */
  readonly aliases: readonly string[]
  readonly surface: string
  readonly resource: string
  /** As in OpenAPI: one entry has to be met in full, an empty list asks for nothing. */
  readonly security: readonly Readonly<Record<string, readonly string[]>>[]
  readonly plans: readonly string[]
  /** The events it may cause. */
  readonly emits: readonly string[]
  /** It calls the outside: no transaction is held around its handler. */
  readonly external: boolean
  readonly rateClass: string
  /** The contract's version that brought it. */
  readonly since: string
  readonly parameters: readonly ParameterRow[]
  readonly body: null | { readonly required: boolean; readonly mediaTypes: readonly string[] }
  /** It answers a page: `cursor` and `limit` are among its parameters. */
  readonly list: boolean
  /** It honours `Idempotency-Key`. */
  readonly idempotent: boolean
  /** The 2xx statuses it declares, the first being the usual one. */
  readonly statuses: readonly number[]
  /** Where what it created is: a path, and where in the answer the path's parameters are. */
  readonly location: null | {
    readonly operation: string
    readonly path: string
    readonly parameters: Readonly<Record<string, string>>
  }
}

export const operations = {
  listEvents: {
    method: 'get',
    path: '/api/v1/events',
    aliases: [],
    surface: 'core',
    resource: 'events',
    security: [{ bearerAuth: ['events:read'] }],
    plans: ['pro', 'creator_plus', 'sovereign'],
    emits: [],
    external: false,
    rateClass: 'default',
    since: '1.0.0',
    parameters: [
      { name: 'type', in: 'query', required: false, type: 'string', style: 'form', explode: true },
      {
        name: 'since',
        in: 'query',
        required: false,
        type: 'string',
        style: 'form',
        explode: true,
      },
      {
        name: 'cursor',
        in: 'query',
        required: false,
        type: 'string',
        style: 'form',
        explode: true,
      },
      {
        name: 'limit',
        in: 'query',
        required: false,
        type: 'integer',
        style: 'form',
        explode: true,
        default: 50,
      },
    ],
    body: null,
    list: true,
    idempotent: false,
    statuses: [200],
    location: null,
  },
  getMe: {
    method: 'get',
    path: '/api/v1/me',
    aliases: [],
    surface: 'core',
    resource: 'me',
    security: [{ bearerAuth: [] }],
    plans: ['pro', 'creator_plus', 'sovereign'],
    emits: [],
    external: false,
    rateClass: 'default',
    since: '1.7.0',
    parameters: [],
    body: null,
    list: false,
    idempotent: false,
    statuses: [200],
    location: null,
  },
  listPosts: {
    method: 'get',
    path: '/api/v1/posts',
    aliases: [],
    surface: 'core',
    resource: 'posts',
    security: [{ bearerAuth: ['posts:read'] }],
    plans: ['pro', 'creator_plus', 'sovereign'],
    emits: [],
    external: false,
    rateClass: 'default',
    since: '1.0.0',
    parameters: [
      {
        name: 'author_id',
        in: 'query',
        required: false,
        type: 'integer',
        style: 'form',
        explode: true,
      },
      {
        name: 'forum_slug',
        in: 'query',
        required: false,
        type: 'string',
        style: 'form',
        explode: true,
      },
      {
        name: 'thread_id',
        in: 'query',
        required: false,
        type: 'integer',
        style: 'form',
        explode: true,
      },
      {
        name: 'cursor',
        in: 'query',
        required: false,
        type: 'string',
        style: 'form',
        explode: true,
      },
      {
        name: 'limit',
        in: 'query',
        required: false,
        type: 'integer',
        style: 'form',
        explode: true,
        default: 50,
      },
    ],
    body: null,
    list: true,
    idempotent: false,
    statuses: [200],
    location: null,
  },
  createPost: {
    method: 'post',
    path: '/api/v1/posts',
    aliases: [],
    surface: 'core',
    resource: 'posts',
    security: [{ bearerAuth: ['posts:write'] }],
    plans: ['pro', 'creator_plus', 'sovereign'],
    emits: ['post.created'],
    external: false,
    rateClass: 'default',
    since: '1.7.0',
    parameters: [
      {
        name: 'idempotency-key',
        in: 'header',
        required: false,
        type: 'string',
        style: 'simple',
        explode: false,
      },
    ],
    body: { required: true, mediaTypes: ['application/json'] },
    list: false,
    idempotent: true,
    statuses: [201],
    location: { operation: 'getPost', path: '/api/v1/posts/{id}', parameters: { id: 'data.id' } },
  },
  getPost: {
    method: 'get',
    path: '/api/v1/posts/{id}',
    aliases: [],
    surface: 'core',
    resource: 'posts',
    security: [{ bearerAuth: ['posts:read'] }],
    plans: ['pro', 'creator_plus', 'sovereign'],
    emits: [],
    external: false,
    rateClass: 'default',
    since: '1.0.0',
    parameters: [
      { name: 'id', in: 'path', required: true, type: 'integer', style: 'simple', explode: false },
    ],
    body: null,
    list: false,
    idempotent: false,
    statuses: [200],
    location: null,
  },
  updatePost: {
    method: 'post',
    path: '/api/v1/posts/{id}',
    aliases: [],
    surface: 'core',
    resource: 'posts',
    security: [{ bearerAuth: ['posts:write'] }],
    plans: ['pro', 'creator_plus', 'sovereign'],
    emits: ['post.edited'],
    external: false,
    rateClass: 'default',
    since: '1.7.0',
    parameters: [
      { name: 'id', in: 'path', required: true, type: 'integer', style: 'simple', explode: false },
      {
        name: 'idempotency-key',
        in: 'header',
        required: false,
        type: 'string',
        style: 'simple',
        explode: false,
      },
    ],
    body: { required: true, mediaTypes: ['application/json'] },
    list: false,
    idempotent: true,
    statuses: [200],
    location: null,
  },
  deletePost: {
    method: 'post',
    path: '/api/v1/posts/{id}/delete',
    aliases: [],
    surface: 'core',
    resource: 'posts',
    security: [{ bearerAuth: ['posts:write'] }],
    plans: ['pro', 'creator_plus', 'sovereign'],
    emits: ['post.deleted'],
    external: false,
    rateClass: 'default',
    since: '1.7.0',
    parameters: [
      { name: 'id', in: 'path', required: true, type: 'integer', style: 'simple', explode: false },
      {
        name: 'idempotency-key',
        in: 'header',
        required: false,
        type: 'string',
        style: 'simple',
        explode: false,
      },
    ],
    body: { required: false, mediaTypes: ['application/json'] },
    list: false,
    idempotent: true,
    statuses: [200],
    location: null,
  },
  listUsers: {
    method: 'get',
    path: '/api/v1/users',
    aliases: [],
    surface: 'core',
    resource: 'users',
    security: [{ bearerAuth: ['users:read'] }],
    plans: ['pro', 'creator_plus', 'sovereign'],
    emits: [],
    external: false,
    rateClass: 'default',
    since: '1.0.0',
    parameters: [
      {
        name: 'cursor',
        in: 'query',
        required: false,
        type: 'string',
        style: 'form',
        explode: true,
      },
      {
        name: 'limit',
        in: 'query',
        required: false,
        type: 'integer',
        style: 'form',
        explode: true,
        default: 50,
      },
    ],
    body: null,
    list: true,
    idempotent: false,
    statuses: [200],
    location: null,
  },
  createUser: {
    method: 'post',
    path: '/api/v1/users',
    aliases: [],
    surface: 'core',
    resource: 'users',
    security: [{ bearerAuth: ['users:write'] }],
    plans: ['pro', 'creator_plus', 'sovereign'],
    emits: ['user.joined'],
    external: false,
    rateClass: 'default',
    since: '1.7.0',
    parameters: [
      {
        name: 'idempotency-key',
        in: 'header',
        required: false,
        type: 'string',
        style: 'simple',
        explode: false,
      },
    ],
    body: { required: true, mediaTypes: ['application/json'] },
    list: false,
    idempotent: true,
    statuses: [201],
    location: { operation: 'getUser', path: '/api/v1/users/{id}', parameters: { id: 'data.id' } },
  },
  getUser: {
    method: 'get',
    path: '/api/v1/users/{id}',
    aliases: [],
    surface: 'core',
    resource: 'users',
    security: [{ bearerAuth: ['users:read'] }],
    plans: ['pro', 'creator_plus', 'sovereign'],
    emits: [],
    external: false,
    rateClass: 'default',
    since: '1.0.0',
    parameters: [
      { name: 'id', in: 'path', required: true, type: 'integer', style: 'simple', explode: false },
    ],
    body: null,
    list: false,
    idempotent: false,
    statuses: [200],
    location: null,
  },
  updateUser: {
    method: 'post',
    path: '/api/v1/users/{id}',
    aliases: [],
    surface: 'core',
    resource: 'users',
    security: [{ bearerAuth: ['users:write'] }],
    plans: ['pro', 'creator_plus', 'sovereign'],
    emits: [],
    external: false,
    rateClass: 'default',
    since: '1.7.0',
    parameters: [
      { name: 'id', in: 'path', required: true, type: 'integer', style: 'simple', explode: false },
      {
        name: 'idempotency-key',
        in: 'header',
        required: false,
        type: 'string',
        style: 'simple',
        explode: false,
      },
    ],
    body: { required: true, mediaTypes: ['application/json'] },
    list: false,
    idempotent: true,
    statuses: [200],
    location: null,
  },
  deleteUser: {
    method: 'post',
    path: '/api/v1/users/{id}/delete',
    aliases: [],
    surface: 'core',
    resource: 'users',
    security: [{ bearerAuth: ['users:write'] }],
    plans: ['pro', 'creator_plus', 'sovereign'],
    emits: ['user.left'],
    external: false,
    rateClass: 'default',
    since: '1.7.0',
    parameters: [
      { name: 'id', in: 'path', required: true, type: 'integer', style: 'simple', explode: false },
      {
        name: 'idempotency-key',
        in: 'header',
        required: false,
        type: 'string',
        style: 'simple',
        explode: false,
      },
    ],
    body: null,
    list: false,
    idempotent: true,
    statuses: [200],
    location: null,
  },
} as const satisfies Record<string, OperationRow>

export type OperationId = keyof typeof operations
export type Surface = (typeof operations)[OperationId]['surface']

/** The operations of one surface. */
export type OperationOf<S extends Surface> = {
  [Id in OperationId]: (typeof operations)[Id]['surface'] extends S ? Id : never
}[OperationId]

export const contract = { title: 'mobieusCore API', version: '1.7.0' } as const
