/**
 * Counts the first groups whose members were all read. Members come group by group, at most `most` and one more. Where
 * not even the first group is whole, `isFirstCut` says so.
 */
export function fitting(
  ids: readonly number[],
  read: readonly { readonly group_id: number }[],
  most: number,
): { readonly whole: number; readonly isFirstCut: boolean } {
  const last = read.at(-1)
  if (read.length <= most || last === undefined) return { whole: ids.length, isFirstCut: false }
  const whole = ids.indexOf(last.group_id)
  return { whole, isFirstCut: whole === 0 }
}
