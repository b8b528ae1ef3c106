import { readdirSync, readFileSync } from 'node:fs'

/** CPU time of processes, as Linux counts it: to a hundredth of a second. */

const TICK_US = 10_000

/** The CPU time of these processes so far; with `ended`, that of their children who have ended as well. */
export const cpuUsOf = (pids: readonly number[], ended = false): number =>
  pids.reduce((sum, pid) => sum + ticksOf(pid, ended), 0) * TICK_US

/** A process and its children. */
export const treeOf = (parent: number): number[] => [
  parent,
  ...readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && Number(statOf(pid)?.[1]) === parent),
]

function ticksOf(pid: number, ended: boolean): number {
  const [, , , , , , , , , , , utime = 0, stime = 0, cutime = 0, cstime = 0] =
    statOf(pid)?.map(Number) ?? []
  return utime + stime + (ended ? cutime + cstime : 0)
}

/** The fields of a process after its name, which may have any character: state, parent, and so on. */
function statOf(pid: number): string[] | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return text.slice(text.lastIndexOf(')') + 2).split(' ')
  } catch {
    return undefined
  }
}
