import type { Sealed } from '../../kit/surface.ts'
import { resealed } from '../../platform/reseal.ts'
import * as store from './forwarders.store.ts'

export const FORWARDER_PASSWORDS = 'learn forwarder passwords'

export const passwordPlace = (tenantId: number, id: number): string =>
  `learn forwarder password ${tenantId} ${id}`

/** The passwords by which other record stores are called; a community has few. */
export const forwarderPasswords: Sealed = {
  purpose: FORWARDER_PASSWORDS,
  async reseal(partition, keys) {
    const shut: string[] = []
    let moved = 0
    for (const { id, was } of await store.listSealedElsewhere(partition, keys[0].id)) {
      const password = resealed(keys, was, passwordPlace(partition.tenantId, id))
      if (password === undefined) shut.push(String(id))
      else moved += Number(await store.replacePassword(partition, { id, was, password }))
    }
    return { moved, shut, last: undefined }
  },
  tell: (shut) =>
    shut.map(
      ({ row, partition }) =>
        `The password of forwarder ${row} of ${partition} opens with no secret that is known; set it anew.`,
    ),
}
