import { itemsOf, type Json, type PackageItem } from '../manifest/package-manifest.ts'

interface Rule {
  readonly ruleConditions?: { readonly ruleCondition?: readonly Json[] }
  readonly ruleAction?: { readonly action?: string }
}

/** The actions of an item's rules that hold always, such as `disabled`, `skip`, `hiddenFromChoice` (SN 3.4). */
export function lastingActionsOf({ sequencing }: Pick<PackageItem, 'sequencing'>): string[] {
  const rules = (sequencing?.sequencingRules as Json | undefined)?.preConditionRule
  return ((rules ?? []) as readonly Rule[])
    .filter(({ ruleConditions }) => {
      const all = ruleConditions?.ruleCondition ?? []
      return all.length > 0 && all.every((each) => each.condition === 'always' && !each.operator)
    })
    .flatMap(({ ruleAction }) => ruleAction?.action ?? [])
}

/** The items that no learner ever sees: they are disabled for good, or stand below one that is. */
export const disabledIn = (items: readonly PackageItem[]): ReadonlySet<string> =>
  new Set(
    items.flatMap((item) =>
      lastingActionsOf(item).includes('disabled')
        ? itemsOf([item]).map(({ identifier }) => identifier)
        : [...disabledIn(item.items)],
    ),
  )
