import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { zipOfFolder } from '../../test/support/learn-cases.ts'
import { startDemo } from '../demo-server.ts'
import { play, STEPS } from './play.ts'
import { openSchool } from './school.ts'

/**
 * `npm run check:scorm -- FOLDER`: plays the packages of a folder, zips or unpacked ones, in Chromium against a server
 * with the demo community. Each is imported and launched, and the browser's process is killed in the middle; what the
 * next launch finds has to be what was committed. Then it is completed, which completes a course with its certificate.
 * Words after the folder choose the packages whose names have one of them.
 */
const [folder, ...words] = process.argv.slice(2)
if (!folder) throw new Error('check:scorm wants the folder of the packages')

const names = (await readdir(folder)).sort()
const chosen = names.filter(
  (name) => words.length === 0 || words.some((word) => name.includes(word)),
)
const zipOf = async (name: string): Promise<Buffer | undefined> => {
  const place = path.join(folder, name)
  if ((await stat(place)).isDirectory()) return zipOfFolder(place)
  return name.endsWith('.zip') ? readFile(place) : undefined
}

const dir = await mkdtemp(path.join(tmpdir(), 'check-scorm-'))
const rows: string[] = []
let passed = 0
try {
  console.log('Starting a server with a demo community …')
  const dataDir = path.join(dir, 'data')
  const demo = await startDemo(dataDir, ['--worker'], { REQUESTS_PER_MINUTE: '0' })
  try {
    const origin = demo.baseUrl.replace('//', '//demo.')
    const school = openSchool(origin, demo.key)
    for (const name of chosen) {
      const zip = await zipOf(name)
      if (!zip) continue
      const begin = performance.now()
      const { steps, failure, driven, items, faults } = await play(school, name, zip)
      const seconds = ((performance.now() - begin) / 1000).toFixed(1)
      if (failure === undefined) passed++
      const verdict = failure === undefined ? 'passed' : `failed: ${failure}`
      console.log(`${name}: ${verdict} (${seconds} s)`)
      for (const fault of new Set(faults)) console.log(`    ${fault}`)
      const cells = STEPS.map((step) => (steps.includes(step) ? 'yes' : 'no'))
      rows.push(`| ${[name, items, ...cells, driven, seconds].join(' | ')} |`)
    }
  } finally {
    await demo.stop()
  }
} finally {
  await rm(dir, { recursive: true, force: true })
}
const head = ['Package', 'Parts', ...STEPS, 'Driven by', 'Seconds']
console.log(`\n| ${head.join(' | ')} |\n|${head.map(() => '---|').join('')}`)
for (const row of rows) console.log(row)
console.log(`\n${passed} of ${rows.length} packages passed.`)
if (passed < rows.length || passed === 0) process.exitCode = 1
