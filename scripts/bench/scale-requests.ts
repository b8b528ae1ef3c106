import { operations as contract, type OperationId } from '@mobieus/contract'
import { sealCursor } from './paging.ts'
import { APP_SECRET } from './database.ts'
import type { ScaleTenant } from './scale-fill.ts'

/** A request of the table, without its credential. */
export interface ScaleRequest {
  readonly path: string
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
  /** Whether it is the console's: by cookie, not by key. */
  readonly session?: boolean
  /** The method instead of GET without a body and POST with one. */
  readonly method?: 'POST' | 'PATCH' | 'DELETE'
}

/** Whether only the console calls it. */
const bySession = (operation: OperationId): boolean =>
  contract[operation].callers.every((caller) => caller === 'session')

/** A line of the table. */
export interface ScaleRow {
  readonly name: string
  readonly operation: OperationId
  /** The nth request of a tenant: writes take another row each time. */
  readonly request: (tenant: ScaleTenant, n: number) => ScaleRequest
  /**
   * The request before each, unmeasured; the `data.id` of its answer takes the place of `{id}` in the
   * path.
   */
  readonly before?: (tenant: ScaleTenant, n: number) => ScaleRequest
  /** The reason why the bound does not apply. */
  readonly exempt?: string
}

const middle = ({ rows }: ScaleTenant) => Math.floor(rows / 2)
/** A member who still is there, and whose some of the rows are. */
export const someMember = ({ from }: ScaleTenant) => from.users + 1
export const list = (
  operation: OperationId,
  path: string,
  filters: Readonly<Record<string, Filter>> = {},
  table?: keyof ScaleTenant['from'],
): ScaleRow[] => {
  const session = bySession(operation)
  const pages = Object.entries<Filter>({ '': {}, ...filters }).map(([name, filter]): ScaleRow => ({
    name: name ? `${operation}, ${name}` : operation,
    operation,
    request: (tenant) => ({ path: `${path}${query(valuesOf(filter, tenant))}`, session }),
  }))
  if (!table) return pages
  const deep = Object.entries<Filter>({ '': {}, ...filters })
    .filter(([name]) => !name.includes(' and '))
    .map(([name, filter]): ScaleRow => ({
      name: name ? `${operation}, ${name}, deep` : `${operation}, deep`,
      operation,
      request: (tenant) => {
        const values = valuesOf(filter, tenant)
        const after = tenant.from[table] + Math.floor(middle(tenant) / 2)
        const cursor = sealCursor({ appSecret: APP_SECRET }, tenant.id, operation, values, after)
        return { path: `${path}${query({ ...values, cursor })}`, session }
      },
    }))
  return [...pages, ...deep]
}

type Values = Readonly<Record<string, string | number>>
type Filter = Values | ((tenant: ScaleTenant) => Values)
const valuesOf = (filter: Filter, tenant: ScaleTenant) =>
  typeof filter === 'function' ? filter(tenant) : filter
const query = (values: Values) => {
  const text = new URLSearchParams(
    Object.entries(values).map(([name, value]) => [name, String(value)]),
  ).toString()
  return text && `?${text}`
}

export const get = (operation: OperationId, path: (tenant: ScaleTenant) => string): ScaleRow => ({
  name: operation,
  operation,
  request: (tenant) => ({
    path: path(tenant),
    session: bySession(operation),
  }),
})

export const write = (
  operation: OperationId,
  path: string | ((tenant: ScaleTenant, n: number) => string),
  body: unknown | ((tenant: ScaleTenant, n: number) => unknown) = {},
  rest: Partial<ScaleRow> & Pick<ScaleRequest, 'method'> = {},
): ScaleRow => {
  const { method, ...row } = rest
  return {
    name: operation,
    operation,
    request: (tenant, n) => ({
      path: typeof path === 'function' ? path(tenant, n) : path,
      body: (typeof body === 'function' ? body(tenant, n) : body) ?? undefined,
      session: bySession(operation),
      method,
    }),
    ...row,
  }
}

/** The nth of the rows whose number leaves this rest when divided, from a third of the way on. */
export const nth = (
  table: keyof ScaleTenant['from'],
  tenant: ScaleTenant,
  n: number,
  every = 1,
  rest = 0,
) => {
  const first = Math.floor(tenant.rows / 3 / every) * every + rest
  return tenant.from[table] + first + n * every
}
