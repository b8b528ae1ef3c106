import { crc32, deflateRawSync } from 'node:zlib'

/** An entry of a zip, and what is wrong about it. */
export interface Zipped {
  readonly name: string | Buffer
  readonly bytes?: string | Buffer
  readonly flags?: number
  readonly method?: number
  /** The kind and rights of Unix. */
  readonly mode?: number
  /** How long it is said to be. */
  readonly size?: number
  readonly crc?: number
}

/** A zip as somebody else makes it, of any names and with any faults. */
export function zipped(entries: readonly Zipped[]): Buffer {
  const [files, directory]: [Buffer[], Buffer[]] = [[], []]
  let at = 0
  for (const { name, bytes = '', flags = 0, method = 8, mode = 0, ...said } of entries) {
    const [named, whole] = [Buffer.from(name), Buffer.from(bytes)]
    const packed = method === 0 ? whole : deflateRawSync(whole)
    const { size = whole.length, crc = crc32(whole) } = said
    const facts = Buffer.alloc(26)
    for (const [i, value] of [20, flags, method].entries()) facts.writeUInt16LE(value, 2 * i)
    for (const [i, value] of [crc, packed.length, size].entries())
      facts.writeUInt32LE(value, 10 + 4 * i)
    facts.writeUInt16LE(named.length, 22)
    const central = Buffer.alloc(14)
    central.writeUInt32LE((mode << 16) >>> 0, 6)
    central.writeUInt32LE(at, 10)
    const made = Buffer.from([0x50, 0x4b, 1, 2, 20, 3])
    files.push(Buffer.from([0x50, 0x4b, 3, 4]), facts, named, packed)
    directory.push(made, facts, central, named)
    at += 4 + facts.length + named.length + packed.length
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50)
  for (const place of [8, 10]) end.writeUInt16LE(entries.length, place)
  end.writeUInt32LE(Buffer.concat(directory).length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...files, ...directory, end])
}
