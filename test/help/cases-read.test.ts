import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { allCases, hasCases } from '../support/help-cases.ts'

/** A case is read where a test of the help desk names it alone in a text; titles name more than that. */

const ofCases = hasCases ? test : test.skip

function namedByTests(): string[] {
  const texts = readdirSync('test/help')
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => readFileSync(`test/help/${name}`, 'utf8'))
    .filter((text) => text.includes("/help-cases.ts'"))
  return texts.flatMap((text) =>
    [...text.matchAll(/(?<!test\()'((?:mail|sla|canned|ai)-\d\d|[a-z]\d\d)'/g)].map(
      ([, id]) => id as string,
    ),
  )
}

ofCases('every case of neighbouring desks is read by a test', () => {
  const named = new Set(namedByTests())
  const all = allCases()
  expect(all.length).toBeGreaterThan(60)
  expect(all.filter((id) => !named.has(id))).toEqual([])
})

ofCases('every case that tests name is there', () => {
  const all = new Set(allCases())
  expect(namedByTests().filter((id) => !all.has(id))).toEqual([])
})
