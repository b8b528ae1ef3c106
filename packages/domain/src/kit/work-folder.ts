import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

const PREFIX = 'mobieus-work-'
/** A task that has a folder for so long is dead: another one has taken it over long before. */
const DEAD_MS = 60 * 60 * 1000

/**
 * Does work with a folder of its own on this machine, and removes the folder. Those that killed processes have left there
 * are removed before.
 */
export async function inWorkFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  await removeLeft()
  const folder = await mkdtemp(path.join(tmpdir(), PREFIX))
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function removeLeft(): Promise<void> {
  const before = Date.now() - DEAD_MS
  const names = (await readdir(tmpdir())).filter((name) => name.startsWith(PREFIX))
  for (const name of names) {
    const folder = path.join(tmpdir(), name)
    const found = await stat(folder).catch(() => undefined)
    // A folder that cannot be removed, as another user's, stops no work.
    if (found && found.mtimeMs < before)
      await rm(folder, { recursive: true, force: true }).catch(() => undefined)
  }
}
