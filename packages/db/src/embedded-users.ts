import { randomUUID } from 'node:crypto'
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** This process' entry among the users of a cluster. */
export interface Membership {
  /** Takes the entry back; true when nobody else uses the cluster. Synchronous: works while exiting. */
  leaveNow(): boolean
}

// In a new container this process may have the number of one that was killed.
const born = Math.round(performance.timeOrigin)

/**
 * Notes that this process uses a cluster: one file a use, named by the process. Files of processes that
 * are gone count for nothing.
 */
export function joinUsers(clusterFolder: string): Membership {
  const folder = path.join(clusterFolder, 'users')
  mkdirSync(folder, { recursive: true })
  const file = path.join(folder, `${process.pid}.${born}.${randomUUID()}`)
  writeFileSync(file, '')
  return {
    leaveNow() {
      rmSync(file, { force: true })
      return !readdirSync(folder).some((other) => isUser(other, folder))
    },
  }
}

function isUser(entry: string, folder: string): boolean {
  const [pid, bornThen] = entry.split('.').map(Number)
  const alive = pid === process.pid ? bornThen === born : isAlive(Number(pid))
  if (!alive) rmSync(path.join(folder, entry), { force: true })
  return alive
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
