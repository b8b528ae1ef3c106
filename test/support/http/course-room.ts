import { workOnFiles } from '../process/file-work.ts'
import { zipped, type Zipped } from '../zipped.ts'
import { localFetch } from './local-fetch.ts'
import type { Called, Json, Platform, TestTenant } from './platform.ts'

/** A tenant that teaches, called with a key of every scope. */
export interface CourseRoom {
  readonly tenant: TestTenant
  read(path: string): Promise<Called>
  write(path: string, body?: object): Promise<Called>
  /** The data of a write that succeeds. */
  ok(path: string, body?: object): Promise<Json>
  /** Sends the zip of a package; answers status and body. */
  send(zip: Buffer, fields?: Record<string, string>): Promise<{ status: number; body: Json }>
  /** Imports a package to its end. */
  imported(zip: Buffer, fields?: Record<string, string>): Promise<Json>
}

export async function openCourseRoom(platform: Platform): Promise<CourseRoom> {
  const tenant = await platform.addTenant()
  const key = await tenant.key()
  const at = (path: string) => `/api/v1/learn${path}`
  const read: CourseRoom['read'] = (path) => platform.call(at(path), { key, host: tenant.url })
  const write: CourseRoom['write'] = (path, body) =>
    platform.call(at(path), { key, host: tenant.url, method: 'POST', body })
  const send: CourseRoom['send'] = async (zip, fields = {}) => {
    const form = new FormData()
    form.append('file', new File([new Uint8Array(zip)], 'package.zip'))
    for (const [name, value] of Object.entries(fields)) form.append(name, value)
    const answer = await localFetch(`${tenant.url}/api/v1/learn/scorm-packages`, {
      ...{ method: 'POST', body: form, headers: { authorization: `Bearer ${key}` } },
    })
    return { status: answer.status, body: (await answer.json()) as Json }
  }
  return {
    ...{ tenant, read, write, send },
    async ok(path, body) {
      const { status, body: answer, text } = await write(path, body)
      if (status >= 300) throw new Error(text)
      return answer.data
    },
    async imported(zip, fields) {
      const { status, body } = await send(zip, fields)
      if (status !== 202) throw new Error(JSON.stringify(body))
      await workOnFiles(platform, tenant.live.tenantId)
      return (await read(`/scorm-packages/${body.data.id}`)).body.data
    },
  }
}

const NAMESPACES = {
  scorm_1_2:
    'xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2"',
  scorm_2004_4th:
    'xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3" xmlns:imsss="http://www.imsglobal.org/xsd/imsss"',
} as const

/** The parts of a manifest that differ between tests. */
export interface ManifestParts {
  readonly standard?: keyof typeof NAMESPACES
  readonly prolog?: string
  readonly title?: string
  /** The attributes of the resource `R1`. */
  readonly resource?: string
  /** The attributes of the item `I1`, and its children. */
  readonly item?: string
  readonly within?: string
  readonly attributes?: string
}

/** A manifest with one item, `I1`. */
export function manifestOf(parts: ManifestParts = {}): string {
  const { standard = 'scorm_1_2', prolog = '<?xml version="1.0" encoding="UTF-8"?>' } = parts
  const { title = 'Knots', resource = 'href="a.html"', item = '', within = '' } = parts
  const type = standard === 'scorm_1_2' ? 'adlcp:scormtype' : 'adlcp:scormType'
  return `${prolog}
<manifest identifier="M1" ${NAMESPACES[standard]} ${parts.attributes ?? ''}>
<organizations default="O1"><organization identifier="O1"><title>${title}</title>
<item identifier="I1" identifierref="R1" ${item}><title>One</title>${within}</item>
</organization></organizations>
<resources><resource identifier="R1" type="webcontent" ${type}="sco" ${resource}/></resources>
</manifest>`
}

/** A zip of a package: a manifest, a page, and more. */
export const packageOf = (manifest: string | Buffer, more: readonly Zipped[] = []): Buffer =>
  zipped([
    { name: 'imsmanifest.xml', bytes: manifest },
    ...(more.some(({ name }) => name === 'a.html') ? [] : [PAGE]),
    ...more,
  ])

const PAGE = { name: 'a.html', bytes: '<!doctype html><title>a</title><p>Rope.</p>' }
