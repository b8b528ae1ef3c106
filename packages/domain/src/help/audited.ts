import { audit, type Audited } from '../platform/audit.ts'

/** The things of the help desk, as the audit log names their kinds. */
type Kind = 'canned_response' | 'help_agent' | 'help_queue' | 'help_tag' | 'help_topic'

/** A thing as the audit log tells it: what an administrator has set, and its id. */
type Told = Readonly<Record<string, unknown>> & { readonly id: number }

/** Notes a new thing in the audit log. */
export function auditCreated(ctx: Audited, kind: Kind, { id, ...after }: Told): void {
  audit(ctx, `${kind}.created`, { kind, id }, { after })
}

/** Notes the fields of a thing that have changed; nothing where none has. */
export function auditUpdated(ctx: Audited, kind: Kind, before: Told, after: Told): void {
  const changed = Object.keys(after).filter(
    (name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]),
  )
  if (changed.length === 0) return
  const part = (row: Told) => Object.fromEntries(changed.map((name) => [name, row[name]]))
  const change = { before: part(before), after: part(after) }
  audit(ctx, `${kind}.updated`, { kind, id: after.id }, change)
}

/** Notes a thing that is gone, as it was. */
export function auditDeleted(ctx: Audited, kind: Kind, { id, ...before }: Told): void {
  audit(ctx, `${kind}.deleted`, { kind, id }, { before })
}
