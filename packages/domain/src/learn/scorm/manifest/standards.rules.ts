import type { Standard } from './package-manifest.ts'
import { attributeOf, childOf, childrenOf, textOf, type Element } from './xml.rules.ts'

const ADLCP_12 = 'http://www.adlnet.org/xsd/adlcp_rootv1p2'
const ADLCP_2004 = 'http://www.adlnet.org/xsd/adlcp_v1p3'
const ROOT_12 = 'http://www.imsproject.org/xsd/imscp_rootv1p1p2'
const ROOT_2004 = 'http://www.imsglobal.org/xsd/imscp_v1p1'

/** The standard of a manifest, and whether its parts speak of different ones. */
export interface FoundStandard {
  readonly standard: Standard
  readonly version: string | null
  readonly isMixed: boolean
}

/**
 * Tells SCORM 1.2 from 2004. First the namespace of `scormType` at the resources decides, then its spelling (`scormtype`
 * is that of 1.2), then the root's namespace. Last is `schemaversion`, which tools write wrongly or not at all.
 */
export function standardOf(root: Element): FoundStandard {
  const version = textOf(childOf(root, 'metadata'), 'schemaversion') ?? null
  const said = version === null ? undefined : /^1\.2\b/.test(version) ? '1.2' : '2004'
  const votes = [...resourceVotes(root), rootVote(root), said].filter((vote) => vote !== undefined)
  const chosen = votes[0] ?? '1.2'
  const isMixed = votes.some((vote) => vote !== chosen)
  if (chosen === '1.2') return { standard: 'scorm_1_2', version, isMixed }
  const is3rd = version !== null && /3rd|CAM\s*1\.3|2nd/i.test(version)
  return { standard: is3rd ? 'scorm_2004_3rd' : 'scorm_2004_4th', version, isMixed }
}

/** The votes of the resources, those of most resources first. */
function resourceVotes(root: Element): string[] {
  const resources = childrenOf(childOf(root, 'resources'), 'resource')
  const votes = resources.flatMap((resource) => {
    const { name, ns } = attributeOf(resource, 'scormType') ?? {}
    if (ns === ADLCP_12) return ['1.2']
    if (ns === ADLCP_2004) return ['2004']
    return name === undefined ? [] : [name === 'scormtype' ? '1.2' : '2004']
  })
  const of2004 = votes.filter((vote) => vote === '2004').length
  const [most, least] = of2004 * 2 > votes.length ? ['2004', '1.2'] : ['1.2', '2004']
  return [most, least].filter((vote) => votes.includes(vote))
}

function rootVote({ ns }: Element): string | undefined {
  if (ns === ROOT_12) return '1.2'
  return ns === ROOT_2004 ? '2004' : undefined
}
