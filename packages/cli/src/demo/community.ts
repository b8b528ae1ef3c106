import type { Random } from './random.ts'
import {
  firstNames,
  handles,
  namesOfExamples,
  openers,
  replies,
  titles,
  vocabulary,
} from './words.ts'

/** A member of the demo community. */
export interface Member {
  readonly username: string
  readonly displayName: string
  readonly email: string
}

/** Members with believable names, each of them different. */
export function inventMembers(random: Random, howMany: number): Member[] {
  const taken = new Set<string>(namesOfExamples)
  const members: Member[] = []
  while (members.length < howMany) {
    const first = random.pick(firstNames)
    const handle = random.pick(handles)
    const number = random.next() < 0.4 ? String(60 + random.below(40)) : ''
    const username = random.pick([
      `${handle}_${first.toLowerCase()}${number}`,
      `${first.toLowerCase()}.${handle}${number}`,
      `${handle}${number || random.below(100)}`,
    ])
    if (taken.has(username)) continue
    taken.add(username)
    members.push({
      username,
      displayName: `${first} ${handle[0]?.toUpperCase()}.`,
      email: `${username}@example.com`,
    })
  }
  return members
}

function fill(random: Random, template: string): string {
  return template
    .replaceAll('{machine}', () => random.pick(vocabulary.machines))
    .replaceAll('{part}', () => random.pick(vocabulary.parts))
    .replaceAll('{fault}', () => random.pick(vocabulary.faults))
}

export const inventThread = (random: Random) => ({
  title: fill(random, random.pick(titles)),
  body: fill(random, random.pick(openers)),
})

export const inventReply = (random: Random): string => {
  const first = fill(random, random.pick(replies))
  return random.next() < 0.25 ? `${first}\n\n${fill(random, random.pick(replies))}` : first
}
