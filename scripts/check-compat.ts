import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { documentOf } from '../codegen/anchors.ts'
import { pathAt } from '../codegen/lines.ts'
import { redocly } from '../codegen/redocly.ts'
import { readSource, type Source } from '../codegen/source.ts'
import { layout } from './layout.ts'

/**
 * Fails on a change of the contract that can break a client, against the contract as it last landed.
 * That is the one at the merge base with main (on main, one before HEAD), or at BASE. Rules: `diff` in
 * redocly.yaml.
 *
 * A breaking change that has to be is declared at the contract's root. Its entry has the version that
 * makes it and the words a client's author will read:
 *
 *     x-breaking:
 *       - { since: 1.8.0, where: POST /api/v1/posts, reason: … }
 */
interface Change {
  readonly path: string
  readonly impact: 'major' | 'minor' | 'patch'
  readonly verdicts: readonly { readonly message: string }[]
  readonly property?: string
  readonly revision?: { readonly line: number }
}

interface Declaration {
  readonly since: string
  readonly where: string
}

const base = landed()
if (base === undefined) {
  console.log('No contract has landed before this one: nothing to compare with.')
} else {
  const dir = mkdtempSync(join(tmpdir(), 'compat-'))
  try {
    // The comparison does not see what YAML puts in by an alias.
    const [before, after] = [join(dir, 'before.json'), join(dir, 'after.yaml')]
    const source = await readSource(layout.contract)
    writeFileSync(before, JSON.stringify(documentOf(base.text)))
    writeFileSync(after, source.plain())
    const args = ['diff', before, after, '--format=json', '--fail-on=none']
    const { stdout, stderr } = await redocly(args)
    if (!stdout.includes('{')) throw new Error(`redocly diff: ${stderr}`)
    const { changes } = JSON.parse(stdout.slice(stdout.indexOf('{'))) as { changes: Change[] }
    judge(changes, source, base.commit)
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}

function judge(
  changes: readonly Change[],
  { document: contract, position, plain }: Source,
  commit: string,
): void {
  const declared = ((contract['x-breaking'] ?? []) as Declaration[])
    .filter(({ since }) => since === contract.info.version)
    .map(({ where }) => where)
  const breaking = changes.filter((change) => change.impact === 'major' && !widens(change))
  const undeclared = breaking.filter((change) => !declared.includes(placeOf(change)))
  const text = undeclared.length > 0 ? plain() : ''
  for (const change of undeclared) {
    const at = change.revision && position(pathAt(text, change.revision.line))
    const place = at ? `${layout.contract}:${at.line} ` : ''
    const what = change.verdicts.map(({ message }) => message).join(' ') || change.property
    console.error(`${place}${placeOf(change)}: ${what}`)
  }
  console.log(
    `${changes.length} changes since ${commit}, ${breaking.length} of them breaking, ` +
      `${undeclared.length} not declared.`,
  )
  if (undeclared.length > 0) {
    console.error('Make the change additive, or declare it in x-breaking at the root.')
    process.exitCode = 1
  }
}

/** A parameter that may be sent empty takes whatever it took before; the comparison minds any change of it. */
function widens({ property, verdicts }: Change): boolean {
  return (
    property === 'allowEmptyValue' &&
    verdicts.every(({ message }) => message.endsWith("to 'true'."))
  )
}

/** `#/paths/~1api~1v1~1posts/post/…` → `POST /api/v1/posts`; elsewhere the part of the document. */
function placeOf({ path }: Change): string {
  const [, section, name, method] = path
    .split('/')
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
  if (section !== 'paths' && section !== 'webhooks') return section ?? path
  return method && method !== 'parameters' ? `${method.toUpperCase()} ${name}` : String(name)
}

/** The contract at the newest commit that is on main already; on main itself, one before HEAD. */
function landed(): { commit: string; text: string } | undefined {
  const main = ['origin/main', 'main'].find((ref) => git('rev-parse', '--verify', ref))
  const shared = process.env.BASE ?? (main && git('merge-base', 'HEAD', main))
  const base = shared && shared === git('rev-parse', 'HEAD') ? 'HEAD~1' : shared
  const commit = base && git('rev-parse', '--verify', base)
  const text = commit && git('show', `${commit}:${layout.contract}`)
  return commit && text ? { commit: commit.slice(0, 9), text } : undefined
}

function git(...args: string[]): string | undefined {
  try {
    const stdio = ['ignore', 'pipe', 'ignore'] as const
    return execFileSync('git', args, { encoding: 'utf8', stdio: [...stdio] }).trimEnd()
  } catch {
    return undefined
  }
}
