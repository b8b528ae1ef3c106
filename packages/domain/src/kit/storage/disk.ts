import { copyFile, link, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { checkKey, type FileStorage } from './storage.ts'

type Failure = NodeJS.ErrnoException

/** Files below one folder of this machine, or of a disk that all machines mount. */
export function diskStorage(folder: string): FileStorage {
  const pathOf = (key: string) => path.join(folder, ...checkKey(key).split('/'))
  const makeRoom = async (key: string) => {
    const target = pathOf(key)
    await mkdir(path.dirname(target), { recursive: true, mode: 0o700 })
    return target
  }

  return {
    async put(key, from) {
      const target = await makeRoom(key)
      await rename(from, target).catch(async (error: Failure) => {
        if (error.code !== 'EXDEV') throw error
        // On a full disk a part of it would stay behind, and keep it full.
        await copyFile(from, target).catch(async (failure: Failure) => {
          await rm(target, { force: true })
          throw failure
        })
      })
    },
    async open(key, range) {
      const file = await open(pathOf(key))
      return file.createReadStream(range)
    },
    async copy(from, to) {
      await link(pathOf(from), await makeRoom(to)).catch((error: Failure) => {
        if (error.code !== 'EEXIST') throw error
      })
    },
    async remove(key) {
      await rm(pathOf(key), { force: true })
    },
    async *list(prefix) {
      const below = { recursive: true, withFileTypes: true } as const
      const found = await readdir(path.join(folder, prefix), below).catch((error: Failure) => {
        if (error.code === 'ENOENT') return []
        throw error
      })
      for (const entry of found.filter((each) => each.isFile())) {
        const file = path.join(entry.parentPath, entry.name)
        const facts = await stat(file).catch(() => undefined)
        const key = path.relative(folder, file).split(path.sep).join('/')
        if (facts) yield { key, modifiedAt: facts.mtime }
      }
    },
  }
}
