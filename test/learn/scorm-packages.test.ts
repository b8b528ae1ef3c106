import { afterAll, beforeAll, expect, test } from '@jest/globals'
import {
  manifestOf,
  openCourseRoom,
  packageOf,
  type CourseRoom,
} from '../support/http/course-room.ts'
import { startPlatform, type Json, type Platform } from '../support/http/platform.ts'
import { hasLearnCases, learnBytes, packageCases } from '../support/learn-cases.ts'
import { purge } from '../support/process/purge.ts'
import { workOnFiles } from '../support/process/file-work.ts'
import { zipped } from '../support/zipped.ts'
import { findDrift } from '../world/recount.ts'

let platform: Platform
let room: CourseRoom
beforeAll(async () => {
  platform = await startPlatform()
  room = await openCourseRoom(platform)
})
afterAll(() => platform.close())

const imported = (zip: Buffer, fields?: Record<string, string>) => room.imported(zip, fields)
const codesOf = ({ warnings }: Json): string[] => warnings.map((text: string) => text.split(':')[0])
const launches = ({ items }: Json): Json[] =>
  items.filter((item: Json) => item.launch_path !== null)

/** The objects of the storage below a folder. */
async function stored(folder: string): Promise<string[]> {
  const keys: string[] = []
  for await (const { key } of platform.storage.list(`${folder}/`)) keys.push(key)
  return keys
}

const PAGE = { bytes: '<title>evil</title>' }
const XXE = '<!DOCTYPE manifest [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
const MANY = Array.from({ length: 2001 }, (_, i) => `<item identifier="M${i}"/>`).join('')
const HOSTILE: Readonly<Record<string, readonly [code: RegExp, zip: () => Buffer]>> = {
  items: [/more than 2,000 items/, () => packageOf(manifestOf({ within: MANY }))],
  slip: [
    /out of the zip.*\.\.\/evil/,
    () => packageOf(manifestOf(), [{ name: '../evil.html', ...PAGE }]),
  ],
  'slip-inner': [
    /out of the zip/,
    () => packageOf(manifestOf(), [{ name: 'x/../../evil.html', ...PAGE }]),
  ],
  'backslash-slip': [
    /out of the zip/,
    () => packageOf(manifestOf(), [{ name: '..\\evil.html', ...PAGE }]),
  ],
  absolute: [/out of the zip/, () => packageOf(manifestOf(), [{ name: '/evil.html', ...PAGE }])],
  drive: [/out of the zip/, () => packageOf(manifestOf(), [{ name: 'C:/evil.html', ...PAGE }])],
  link: [
    /link/,
    () => packageOf(manifestOf(), [{ name: 'b', bytes: '/etc/hostname', mode: 0o120777 }]),
  ],
  'link-dir': [
    /link/,
    () =>
      packageOf(manifestOf(), [
        { name: 'd', bytes: '..', mode: 0o120777 },
        { name: 'd/evil.html', ...PAGE },
      ]),
  ],
  bomb: [
    /packed size.*big\.txt/,
    () => packageOf(manifestOf(), [{ name: 'big.txt', bytes: Buffer.alloc(10 << 20) }]),
  ],
  lying: [
    /not those that the zip says/,
    () => packageOf(manifestOf(), [{ name: 'b', bytes: 'x'.repeat(99), size: 3 }]),
  ],
  many: [
    /20,000 files/,
    () =>
      packageOf(
        manifestOf(),
        Array.from({ length: 20_000 }, (_, i) => ({ name: `f/${i}`, method: 0 })),
      ),
  ],
  'no-manifest': [
    /neither imsmanifest\.xml nor cmi5\.xml/,
    () => zipped([{ name: 'index.html', ...PAGE }]),
  ],
  'broken-xml': [/no XML, at line/, () => packageOf(manifestOf().slice(0, -12))],
  xxe: [/entities/, () => packageOf(manifestOf({ prolog: XXE, title: '&x;' }))],
  duplicate: [
    /twice.*a\.html/,
    () =>
      packageOf(
        manifestOf(),
        ['', ''].map(() => ({ name: 'a.html', ...PAGE })),
      ),
  ],
  encrypted: [/encrypted/, () => packageOf(manifestOf(), [{ name: 'b', ...PAGE, flags: 1 }])],
  truncated: [/no zip/, () => packageOf(manifestOf()).subarray(0, 300)],
  hollow: [
    /Nothing in it can be launched.*b\.html/,
    () => packageOf(manifestOf({ resource: 'href="b.html"' })),
  ],
}

test('a hostile or broken zip fails with what it is for, and leaves neither files nor rows', async () => {
  for (const [name, [reason, zip]] of Object.entries(HOSTILE)) {
    const shown = await imported(zip())
    expect({ name, ...shown }).toMatchObject({ name, status: 'failed', standard: null, items: [] })
    expect({ name, failure: shown.failure }).toEqual({
      name,
      failure: expect.stringMatching(reason),
    })
  }
  const { rowCount } = await platform.query('select 1 from learn_scorm_files')
  expect([rowCount, await stored('learn-packs'), await stored('quarantine')]).toEqual([0, [], []])
  const { body } = await room.read('/scorm-packages?status=failed')
  expect(body.total_count).toBe(Object.keys(HOSTILE).length)
  expect(await findDrift(platform, room.tenant.live.tenantId)).toEqual([])
})

test('a package whose import has failed is kept for 30 days, and an activity that names it plays nothing', async () => {
  const own = await openCourseRoom(platform)
  const { id } = await own.imported(zipped([{ name: 'a.html', bytes: 'x' }]))
  const course = await own.ok('/courses', { slug: 'failed', title: 'Failed' })
  const module = await own.ok(`/courses/${course.id}/modules`, { title: 'One' })
  const lesson = await own.ok(`/modules/${module.id}/lessons`, { title: 'One' })
  const part = { kind: 'scorm', title: 'One', scorm_package_id: id }
  const activity = await own.ok(`/lessons/${lesson.id}/activities`, part)
  const listed = async () => (await own.read('/scorm-packages?status=failed')).body.total_count
  const days = (n: number) => platform.clock.advance(n * 24 * 60 * 60 * 1000)
  days(29)
  await purge(platform)
  expect(await listed()).toBe(1)
  days(2)
  await purge(platform)
  expect(await listed()).toBe(0)
  expect((await own.read(`/activities/${activity.id}`)).body.data.scorm_package_id).toBe(null)
  expect(await findDrift(platform, own.tenant.live.tenantId)).toEqual([])
})

test('manifests are read whatever their bytes, and what tools get wrong is told in place of failing', async () => {
  const text = manifestOf({ title: 'Größe' })
  const inUtf16 = Buffer.from(`\uFEFF${text}`, 'utf16le')
  const inLatin1 = Buffer.from(text.replace('UTF-8', 'ISO-8859-1'), 'latin1')
  for (const bytes of [Buffer.from(`\uFEFF${text}`), inUtf16, inLatin1])
    expect(await imported(packageOf(bytes))).toMatchObject({
      status: 'ready',
      title: 'Größe',
      warnings: [],
    })
  const named = await imported(packageOf(text), { title: 'Mine' })
  expect(named).toMatchObject({ title: 'Mine', standard: 'scorm_1_2', launch_path: 'a.html' })

  const slipped = await imported(
    packageOf(
      manifestOf({
        prolog: '<!DOCTYPE manifest>',
        resource: 'href="scormdriver\\index.html?lang=de#p=1"',
        item: 'parameters="?mode=1"',
        within: '<adlcp:masteryscore>80</adlcp:masteryscore>',
      }),
      [
        { name: 'scormdriver\\index.html', bytes: 'x' },
        { name: '__MACOSX/._a', bytes: 'x' },
        { name: Buffer.from([0x81, 0x2e, 0x68]), bytes: 'x' },
      ],
    ),
  )
  expect(slipped.items).toEqual([
    {
      ...{ identifier: 'I1', title: 'One', kind: 'sco', depth: 0, is_external: false },
      ...{ launch_path: 'scormdriver/index.html?lang=de&mode=1#p=1', mastery_score: 80 },
    },
  ])
  expect(codesOf(slipped)).toEqual([
    ...['name_not_utf8 ü.h', 'backslash_in_name zip', 'system_files __MACOSX'],
    ...['doctype_ignored imsmanifest.xml', 'backslash_in_href I1'],
  ])

  const mixed = await imported(
    packageOf(
      manifestOf({ standard: 'scorm_2004_4th', attributes: '' }).replace(
        '<organizations',
        '<metadata><schemaversion>1.2</schemaversion><adlcp:location>meta.xml</adlcp:location></metadata><organizations',
      ),
    ),
  )
  expect(mixed).toMatchObject({ status: 'ready', standard: 'scorm_2004_4th' })
  expect(codesOf(mixed)).toEqual(['mixed_standards imsmanifest.xml', 'missing_metadata meta.xml'])
})

const whenThere = hasLearnCases ? test : test.skip
whenThere('packages of the public record become what their files of expectations say', async () => {
  const cases = packageCases()
  expect(cases.length).toBeGreaterThan(10)
  for (const { name, zip, expected } of cases) {
    const shown = await imported(zip)
    expect({ name, status: shown.status, title: shown.title }).toEqual({
      ...{ name, status: 'ready', title: expected.title },
    })
    const of = launches(shown)
    expect(
      of.map(({ identifier, title, launch_path }) => [identifier, title, launch_path]),
    ).toEqual(expected.launchable.map(({ item, title, launch }: Json) => [item, title, launch]))
    const external = of.filter(({ is_external }) => is_external).map((each) => each.identifier)
    expect({ name, external }).toEqual({ name, external: expected.external ?? [] })
    for (const code of expected.warnings ?? [])
      expect({ name, codes: codesOf(shown) }).toMatchObject({
        codes: expect.arrayContaining([expect.stringContaining(code)]),
      })
    if (expected.headings)
      expect(shown.items.filter(({ kind }: Json) => kind === null)).toHaveLength(
        expected.headings.length,
      )
  }
  const cmi5 = (file: string) =>
    imported(
      zipped([
        { name: 'cmi5.xml', bytes: learnBytes(`cmi5/${file}`) },
        ...['a/index.html', 'b/index.html', 'c/index.html', 'a.html', 'b.html'].map((name) => ({
          name,
        })),
      ]),
    )
  const boat = await cmi5('nested-blocks.xml')
  expect(boat).toMatchObject({ standard: 'cmi5', title: 'Boat', status: 'ready' })
  expect(launches(boat).map(({ title, depth, kind }) => [title, depth, kind])).toEqual([
    ...[
      ['Rope', 1, 'au'],
      ['Bunk', 2, 'au'],
      ['Helm', 0, 'au'],
    ],
  ])
  expect((await cmi5('duplicate-au.xml')).failure).toContain('https://example.com/cmi5/same')
})

test('a package is deleted with its files, unless an activity plays it', async () => {
  const { id } = await imported(packageOf(manifestOf()))
  const before = await stored('learn-packs')
  expect(await room.ok(`/scorm-packages/${id}/delete`)).toEqual({ id, deleted: true })
  expect((await room.read(`/scorm-packages/${id}`)).status).toBe(404)
  await workOnFiles(platform, room.tenant.live.tenantId)
  const left = await platform.query('select 1 from learn_scorm_files where package_id = $1', [id])
  const row = await platform.query('select 1 from learn_scorm_packages where id = $1', [id])
  expect([left.rowCount, row.rowCount]).toEqual([0, 0])
  expect(await stored('learn-packs')).toHaveLength(before.length - 1)
  expect(await findDrift(platform, room.tenant.live.tenantId)).toEqual([])
})

whenThere('hostile zips of the public record are among those that tests make', async () => {
  const script = learnBytes('scorm/hostile.py').toString()
  const names = [...script.matchAll(/^with new\('([^']+)', 'refused'/gm)].map(([, name]) => name)
  expect(names).toHaveLength(15)
  expect(names.filter((name) => !HOSTILE[name as string])).toEqual(['empty-file'])
  expect((await room.send(Buffer.alloc(0))).status).toBe(422)
  const inner = zipped([{ name: 'big.txt', bytes: Buffer.alloc(10 << 20) }])
  const nested = packageOf(manifestOf(), [{ name: 'n.zip', bytes: inner, method: 0 }])
  expect(await imported(nested)).toMatchObject({ status: 'ready', file_count: 3 })
})
