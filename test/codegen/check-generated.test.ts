import { spawnSync } from 'node:child_process'
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@jest/globals'
import { generate } from '../../codegen/generate.ts'

test('stale generated files are named, with the command that makes them anew', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'stale-'))
  const contract = join(dir, 'openapi.yaml')
  await writeFile(
    contract,
    await readFile(fileURLToPath(new URL('fixtures/tidy.yaml', import.meta.url))),
  )
  const out = join(dir, 'packages/contract')
  await generate({ contract, out, only: ['types'] })
  await mkdir(join(dir, 'packages/db/src/generated'), { recursive: true })
  const tables = 'packages/db/src/generated/tables.ts'
  await cp(tables, join(dir, tables))
  const events = join(out, 'src/generated/events.ts')
  await writeFile(events, (await readFile(events, 'utf8')).replace('book.created', 'book.lost'))
  await writeFile(join(out, 'src/generated/more.ts'), '')

  const loader = resolve('node_modules/tsx/dist/loader.mjs')
  const args = ['--conditions=mobieus', '--import', loader, resolve('scripts/check-generated.ts')]
  const env = { ...process.env, NODE_OPTIONS: '' }
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: dir, env, encoding: 'utf8' })
  expect(stderr.split('\n').filter((line) => line.startsWith('  '))).toEqual([
    "  packages/contract/src/generated/events.ts: line 13 should be 'book.created',",
    '  packages/contract/src/generated/more.ts: is generated no more',
  ])
  expect(stderr).toContain('Run `npm run generate`')
  expect(status).toBe(1)
  await rm(dir, { recursive: true })
})
