import { foldedOf, gramsOf } from '@mobieus/domain/know'
import type { Filled, InsertRows } from './scale-fill.ts'

/** The tables of the wiki. */
export const KNOW_TABLES = [
  'know_pages',
  'know_revisions',
  'know_links',
  'know_texts',
  'know_comments',
  'know_exports',
  'know_imports',
] as const

/** Pages that a rare word or tag finds, whatever the size. */
export const RARE = 100
/** Pages and texts whose time is over: three batches of their purge, whatever the size. */
const OLD_PAGES = 30
const OLD_TEXTS = 1_500
/** Pages whose review comes due: three batches, whatever the size. */
const DUE_REVIEWS = 600

const vocabulary = (
  'board solder picture cable socket screen keyboard tape drive head belt noise power supply fuse sound channel switch ' +
  'plug port screw case dust spring contact alcohol meter voltage resistor capacitor film track sector label manual page ' +
  'evening repair spare kit order photo bench iron wick flux pump joint copper layer chip'
).split(' ')

/** Different texts of some 300 letters; every tenth of them has the word `common`. */
const bodies = Array.from({ length: 50 }, (_, n) =>
  Array.from({ length: 50 }, (_, i) => vocabulary[(n * 17 + i * (n + 3)) % vocabulary.length])
    .join(' ')
    .concat(n % 10 === 0 ? ' common' : ''),
)
const titles = Array.from({ length: 20 }, (_, n) => `About the ${vocabulary[n * 2]}`)

/** One of some values for each row, as SQL: it is text, or a list of numbers. */
const oneOf = (values: readonly (string | readonly number[])[]): string => {
  const lines = values.map((value, n) =>
    typeof value === 'string'
      ? `when ${n} then '${value}'`
      : `when ${n} then '{${value.join()}}'::integer[]`,
  )
  return `case (i % ${values.length})::integer ${lines.join(' ')} end`
}

/** Fills the wiki: as many pages as rows, of which so many are found by their texts. */
export async function fillWiki(insert: InsertRows, tenant: Filled, texts: number): Promise<void> {
  await fillPages(insert, tenant)
  await fillRevisions(insert, tenant)
  await fillTexts(insert, tenant, texts)
  await fillTalk(insert, tenant)
  await fillExports(insert, tenant)
  await fillImports(insert, tenant)
}

const trashOf = (rows: number) => Math.max(2 * OLD_PAGES, rows / 10)

/** Pages, and after them those in the trash, some of which are to be purged. */
async function fillPages(insert: InsertRows, { from, rows }: Filled): Promise<void> {
  const trashed = `i > ${rows}`
  const due = `i <= ${rows + OLD_PAGES}`
  const at = `now() - (${2 * rows} - i) * interval '1 minute'`
  await insert(
    'know_pages',
    `id, slug, title, tags, status, author_id, current_revision_id, word_count, created_at, updated_at,
     deleted_at, purge_at`,
    `${from.know_pages} + i, 'page-' || i, ${oneOf(titles)}, array['tag-' || i % 50],
     case when ${trashed} then 'deleted' else 'published' end, ${from.users} + 1 + i % 100,
     ${from.know_revisions} + i, 50, ${at}, ${at}, case when ${trashed} then now() end,
     case when ${trashed} and ${due} then now() - interval '1 day'
       when ${trashed} then now() + interval '20 days' end`,
    rows + trashOf(rows),
  )
  for (const [name, isCurrent] of [
    ['page', true],
    ['former', false],
  ] as const)
    await insert(
      'know_slugs',
      'slug, page_id, is_current',
      `'${name}-' || i, ${from.know_pages} + i, ${isCurrent}`,
    )
  const tags = 'tag_key, page_id, author_id'
  const tagged = `${from.know_pages} + i, ${from.users} + 1 + i % 100`
  await insert('know_page_tags', tags, `'tag-' || i % 50, ${tagged}`)
  await insert('know_page_tags', tags, `'rare', ${tagged}`, RARE)
  const [gone, to] = [from.know_links, from.know_links + rows]
  const page = `${from.know_pages} + i`
  const columns = 'id, page_id, target_slug, target_page_id'
  await insert('know_links', columns, `${to} + i, ${page}, 'page-1', ${from.know_pages} + 1`)
  await insert('know_links', columns, `${gone} + i, ${page}, 'gone-' || i % 1000, null`)
}

/** A revision of each page, and as many more of the first one, of which some are pending. */
async function fillRevisions(insert: InsertRows, { from, rows }: Filled): Promise<void> {
  const pages = rows + trashOf(rows)
  const of = (id: string, page: string, status: string) =>
    `${id}, ${page}, ${status}, ${from.users} + 1 + i % 100, ${oneOf(bodies)}, now(), now()`
  const columns = 'id, page_id, status, author_id, content_markdown, submitted_at, reviewed_at'
  const first = from.know_revisions
  await insert(
    'know_revisions',
    columns,
    of(`${first} + i`, `${from.know_pages} + i`, `'approved'`),
    pages,
  )
  const status = `case when i <= ${RARE / 2} then 'pending' when i % 2 = 0 then 'approved' else 'rejected' end`
  await insert(
    'know_revisions',
    columns,
    of(`${first + pages} + i`, `${from.know_pages + 1}`, status),
  )
  await insert(
    'know_contributors',
    'page_id, user_id, last_at',
    `${from.know_pages} + i, ${from.users} + 1 + i % 100, now()`,
  )
}

/** Comments on the first page and replies to the first of them, a vote on each page, and when each is reviewed. */
async function fillTalk(insert: InsertRows, { from, rows }: Filled): Promise<void> {
  const [first, page, member] = [from.know_comments, from.know_pages, `${from.users} + 1 + i % 100`]
  const said = `${page} + 1, ${member}, 'Which of the two?'`
  await insert(
    'know_comments',
    'id, page_id, author_id, body, status',
    `${first} + i, ${said}, case when i % 2 = 0 then 'open' else 'resolved' end`,
  )
  await insert(
    'know_comments',
    'id, page_id, author_id, body, parent_id',
    `${first + rows} + i, ${said}, ${first} + 1`,
  )
  await insert(
    'know_votes',
    'page_id, user_id, is_helpful, is_counted, voted_at',
    `${page} + i, ${member}, i % 2 = 0, true, now() - i * interval '1 second'`,
  )
  await insert(
    'know_reviews',
    'page_id, owner_id, interval_days, due_at, is_due',
    `${page} + i, ${member}, 30, now() + (i - ${DUE_REVIEWS + 1}) * interval '1 minute',
     i > ${DUE_REVIEWS} and i % 2 = 0`,
  )
}

/** Exports that are finished. */
const fillExports = (insert: InsertRows, { from }: Filled): Promise<unknown> =>
  insert(
    'know_exports',
    'id, user_id, total, done, size_bytes, sha256, created_at, finished_at',
    `${from.know_exports} + i, ${from.users} + 1, 1, 1, 1, 'x', now(), now()`,
  )

/** Imports that have ended, and the files of the first of them. */
async function fillImports(insert: InsertRows, { from }: Filled): Promise<void> {
  await insert(
    'know_imports',
    'id, user_id, file_name, size_bytes, on_conflict, dry_run, proposes, created_at, finished_at',
    `${from.know_imports} + i, ${from.users} + 1, 'x.zip', 1, 'update', false, false, now(), now()`,
  )
  await insert(
    'know_import_results',
    'import_id, n, path, outcome',
    `${from.know_imports} + 1, i, 'page-' || i || '.md', 'created'`,
  )
}

/** The texts that searches read, with a word that few have; and those of before edits, which are long over. */
async function fillTexts(insert: InsertRows, { id, from }: Filled, texts: number): Promise<void> {
  const columns = 'id, page_id, slug, title_key, body_key, title_grams, grams'
  const inTitle = oneOf(titles.map((title) => gramsOf(id, foldedOf(title))))
  const rows = (first: number, add = '') => {
    const keys = bodies.map((body) => foldedOf(body + add))
    const grams = `${inTitle} || ${oneOf(keys.map((key) => gramsOf(id, key)))}`
    return `${from.know_texts + first} + i, ${from.know_pages + first} + i, 'page-' || (${first} + i),
      ${oneOf(titles.map(foldedOf))}, ${oneOf(keys)}, ${inTitle}, ${grams}`
  }
  await insert('know_texts', columns, rows(0, ' seldom'), RARE)
  await insert('know_texts', columns, rows(RARE), texts - RARE)
  const old = rows(0).replace(`${from.know_texts} + i`, `${from.know_texts + texts} + i`)
  const over = `pg_current_xact_id(), now() - interval '2 days'`
  await insert('know_texts', `${columns}, to_xid, ended_at`, `${old}, ${over}`, OLD_TEXTS)
}
