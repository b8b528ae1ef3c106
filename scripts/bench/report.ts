import type { BacklogCost } from './backlog.ts'
import { BODY_BOUND, type BodyCost } from './bodies.ts'
import { brokenCommits, commitRows, type Commits } from './commits-report.ts'
import { contenders } from './contenders.ts'
import type { DeliveryResult } from './deliveries.ts'
import type { DeskResult } from './desk.ts'
import type { PageResult } from './paging.ts'
import type { RecordResult } from './records.ts'
import type { Result } from './rounds.ts'
import type { ScaleResult } from './scale.ts'
import { SCIM_SIZES } from './scim.ts'
import type { WikiResult } from './wiki.ts'

/** All that one run measured. */
export interface Report {
  readonly node: string
  readonly rounds: number
  readonly sizes: { readonly small: number; readonly large: number }
  readonly results: readonly Result[]
  readonly pages: readonly PageResult[]
  readonly deliveries: readonly DeliveryResult[]
  readonly backlog: readonly BacklogCost[]
  readonly bodies: readonly BodyCost[]
  readonly scale: readonly ScaleResult[]
  readonly desk: readonly DeskResult[]
  /** Operations of a wiki of 1,000 pages and of one of 100,000. */
  readonly wikiScale: readonly ScaleResult[]
  readonly wiki: readonly WikiResult[]
  /** A provider with 1,000 users beside one with 100,000, and what is bounded in time. */
  readonly scimScale: readonly ScaleResult[]
  readonly scimCosts: readonly BacklogCost[]
  /** A record store with 10,000 statements beside a large one, and beside another store. */
  readonly recordScale: readonly ScaleResult[]
  readonly records: readonly RecordResult[]
  readonly commits: Commits | undefined
  /** The bounds that do not hold; empty when all do. */
  readonly broken: readonly string[]
}

/** A page may cost this much more where there are a hundred times as many rows. */
export const PAGE_BOUND = 1.3

/** Any operation and job, where half of the members have left and all that ever happened is kept. */
export const SCALE_BOUND = 1.5

/** This record store beside another one, in what each does in a second. */
export const RECORD_BOUND = 3

/** (b) against (c) in CPU time, what is large against what is small, a body against parsing it. */
export function brokenBounds({
  results,
  pages,
  bodies,
  backlog,
  scale,
  wikiScale,
  scimScale,
  scimCosts,
  recordScale,
  records,
  commits,
}: Pick<
  Report,
  | 'results'
  | 'pages'
  | 'bodies'
  | 'backlog'
  | 'scale'
  | 'wikiScale'
  | 'scimScale'
  | 'scimCosts'
  | 'recordScale'
  | 'records'
  | 'commits'
>): string[] {
  const slow = results
    .filter(({ name, toFastify }) => name === 'ours' && toFastify > 1)
    .map(
      (each) =>
        `${title(each)}: ${each.toFastify.toFixed(2)} × the CPU time of Fastify, not at most 1`,
    )
  const deep = pages
    .filter(({ ratio }) => ratio > PAGE_BOUND)
    .map(({ page, ratio }) => `page ${page}: ${ratio.toFixed(2)} ×, not at most ${PAGE_BOUND}`)
  const heavy = bodies
    .filter(({ ratio }) => ratio > BODY_BOUND)
    .map(({ shape, ratio }) => `body ${shape}: ${ratio.toFixed(2)} ×, not at most ${BODY_BOUND}`)
  const late = [...backlog, ...scimCosts]
    .filter(({ ms, mostMs }) => ms > mostMs)
    .map(({ what, ms, mostMs }) => `${what}: ${ms.toFixed(0)} ms, not at most ${mostMs}`)
  const grown = [...scale, ...wikiScale, ...scimScale, ...recordScale]
    .filter(({ exempt, ratio }) => exempt === undefined && ratio > SCALE_BOUND)
    .map(({ name, ratio }) => `${name}: ${ratio.toFixed(2)} ×, not at most ${SCALE_BOUND}`)
  const behind = records
    .filter(({ perSecond, beside }) => beside !== undefined && perSecond / beside < RECORD_BOUND)
    .map(({ what, ...each }) => `${what}: ${toBeside(each)} × the other store, not ${RECORD_BOUND}`)
  return [...slow, ...deep, ...heavy, ...late, ...grown, ...behind, ...brokenCommits(commits)]
}

export const title = ({ operation, database }: Result): string =>
  `${operation} ${database ? 'with the database' : 'without the database'}`

const toBeside = ({ perSecond, beside }: Omit<RecordResult, 'what'>): string =>
  beside === undefined ? '' : (perSecond / beside).toFixed(2)

type Row = readonly (string | number)[]

/** The report as text for a terminal. */
export function toText(report: Report): string {
  const { results, pages, deliveries, backlog, bodies, scale, desk, commits, sizes, broken } =
    report
  const { wikiScale, wiki, scimScale, scimCosts, recordScale, records } = report
  const groups = results.map(title)
  const parts = [...new Set(groups)].map((group) =>
    table(
      [group, 'CPU µs', '× (a)', '× (c)', 'req/s', 'p50 ms', 'p99 ms', 'trips'],
      results.filter((each) => title(each) === group).map(rowOf),
    ),
  )
  const paging = table(
    ['page', `${count(sizes.small)} posts`, `${count(sizes.large)} posts`, 'ratio'],
    pages.map(({ page, smallMs, largeMs, ratio }) => [
      page,
      `${smallMs.toFixed(2)} ms`,
      `${largeMs.toFixed(2)} ms`,
      ratio.toFixed(2),
    ]),
  )
  const delivered = table(
    ['webhooks a second, receivers that', 'one process', 'two', 'growth'],
    deliveries.map(({ receivers, one, two, growth }) => [receivers, one, two, growth.toFixed(2)]),
  )
  const waiting = bounded('where much waits', backlog)
  const read = table(
    ['a body of 1 MB, CPU ms to', 'parse', 'read', 'ratio', 'most for'],
    bodies.map(({ shape, parseMs, readMs, ratio, operation }) => [
      shape,
      parseMs.toFixed(1),
      readMs.toFixed(1),
      ratio.toFixed(2),
      operation,
    ]),
  )
  const grown = grownTable(scale, sizes)
  const ofWiki = grownTable(wikiScale, { small: 1_000, large: 100_000 })
  const searched = table(
    ['a search or page of the wiki', 'pages', 'p50 ms', 'p95 ms', 'CPU µs'],
    wiki.map(({ what, pages, p50Ms, p95Ms, cpuUs }) => [
      ...[what, count(pages), p50Ms.toFixed(1), p95Ms.toFixed(1), cpuUs.toFixed(0)],
    ]),
  )
  const beside = table(
    [`a help desk of ${count(sizes.large)} tickets`, 'by', 'p50 ms', 'p95 ms', 'CPU µs', 'trips'],
    desk.map(({ what, server, p50Ms, p95Ms, cpuUs, trips }) => [
      ...[what, server, p50Ms.toFixed(1), p95Ms.toFixed(1), cpuUs.toFixed(0), trips],
    ]),
  )
  const stored = table(
    ['requests a second, of the bulk statements', 'this store', 'the other', 'ratio'],
    records.map(({ what, perSecond, beside }) => [
      ...[what, perSecond.toFixed(0), beside?.toFixed(0) ?? '', toBeside({ perSecond, beside })],
    ]),
  )
  const verdict = broken.length === 0 ? ['Every bound measured holds.'] : ['Broken:', ...broken]
  return [
    ...parts,
    ...(pages.length > 0 ? [paging] : []),
    ...(deliveries.length > 0 ? [delivered] : []),
    ...(backlog.length > 0 ? [waiting] : []),
    ...(bodies.length > 0 ? [read] : []),
    ...(scale.length > 0 ? [grown] : []),
    ...(desk.length > 0 ? [beside] : []),
    ...(wiki.length > 0 ? [ofWiki, searched] : []),
    ...(scimScale.length > 0
      ? [grownTable(scimScale, SCIM_SIZES), bounded('of a provider', scimCosts)]
      : []),
    ...(records.length > 0 ? [stored, grownTable(recordScale, sizes)] : []),
    ...(commits ? [table(['where a commit takes its time', '', ''], commitRows(commits))] : []),
    verdict.join('\n  '),
  ].join('\n\n')
}

const bounded = (title: string, costs: readonly BacklogCost[]): string =>
  table(
    [title, 'ms', 'at most'],
    costs.map(({ what, ms, mostMs }) => [what, ms.toFixed(1), mostMs]),
  )

const grownTable = (scale: readonly ScaleResult[], sizes: Report['sizes']): string =>
  table(
    ['in milliseconds', `${count(sizes.small)} rows`, `${count(sizes.large)} rows`, 'ratio', ''],
    scale.map(({ name, smallMs, largeMs, ratio, exempt }) => [
      name,
      smallMs.toFixed(2),
      largeMs.toFixed(2),
      ratio.toFixed(2),
      exempt ?? '',
    ]),
  )

function rowOf(each: Result): Row {
  const { letter, label } = contenders[each.name]
  return [
    `(${letter}) ${label}`,
    each.cpuUs.toFixed(0),
    each.toBare.toFixed(2),
    each.toFastify.toFixed(2),
    each.perSecond.toFixed(0),
    each.p50Ms.toFixed(0),
    each.p99Ms.toFixed(0),
    each.trips,
  ]
}

export const count = (n: number): string => n.toLocaleString('en')

/** Columns as wide as their widest cell; the first to the left, numbers to the right. */
function table(head: Row, rows: readonly Row[]): string {
  const all = [head, ...rows].map((row) => row.map(String))
  const widths = head.map((_, i) => Math.max(...all.map((row) => row[i]?.length ?? 0)))
  const lines = all.map((row) =>
    row
      .map((cell, i) =>
        i === 0 ? cell.padEnd(widths[i] as number) : cell.padStart(widths[i] as number),
      )
      .join('  '),
  )
  lines.splice(1, 0, widths.map((width) => '─'.repeat(width)).join('  '))
  return lines.map((line) => line.trimEnd()).join('\n')
}
