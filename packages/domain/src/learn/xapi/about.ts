import type { Handler } from '../../kit/context.ts'
import { agentIn } from './agent.rules.ts'
import { IDENTIFIERS } from './shapes/agents.rules.ts'
import { findDefinitions, findNames } from './statements/known.store.ts'
import { refOf } from './statements/refs.rules.ts'
import { isIri } from './shapes/words.rules.ts'
import { invalidParameter } from '../../kit/problem.ts'
import { versionOf } from './version.rules.ts'

export const getXapiAbout: Handler<'getXapiAbout'> = async () => ({ version: ['2.0.0', '1.0.3'] })

export const getXapiActivity: Handler<'getXapiActivity'> = async (ctx, { query }) => {
  const { activityId: id } = query
  if (!isIri(id)) throw invalidParameter('activityId', 'iri', 'must be an IRI with its scheme')
  const definition = (await findDefinitions(ctx, [id])).get(id)
  return { objectType: 'Activity', id, ...(definition && { definition }) }
}

export const getXapiPerson: Handler<'getXapiPerson'> = async (ctx, { header, query }) => {
  const { value, identifier } = agentIn(query.agent, versionOf(header))
  const names = await findNames(ctx, refOf(identifier))
  const own = typeof value.name === 'string' && names.length === 0 ? [value.name] : names
  const listed = IDENTIFIERS.filter((name) => value[name] !== undefined).map((name) => [
    name,
    [value[name]],
  ])
  return {
    objectType: 'Person',
    ...(own.length > 0 && { name: [...own] }),
    ...Object.fromEntries(listed),
  }
}
