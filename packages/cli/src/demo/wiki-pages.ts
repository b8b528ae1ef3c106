/** A text that a page has had, or is to have. */
export interface DemoRevision {
  readonly id: number
  /** The id of the member who has written it. */
  readonly by: number
  readonly daysAgo: number
  readonly text: string
  readonly summary?: string
  /** `approved` when left out. */
  readonly status?: 'pending' | 'rejected'
  /** The member who has reviewed it; its author when left out. */
  readonly reviewer?: number
  readonly reason?: string
}

/** A page of the demo's wiki. */
export interface DemoPage {
  readonly id: number
  readonly slug: string
  readonly title: string
  readonly tags: readonly string[]
  readonly former?: readonly string[]
  /** Oldest first. */
  readonly revisions: readonly DemoRevision[]
}

const [PIA, BEN, SELLER] = [7, 9, 312] as const

const FIRST_STEPS = `Plug the controller into the left port.

## Before you switch it on

1. Look for the sticker with the voltage on the power supply. It has to be the one of your country.
2. Clean the contacts of the cartridge, see [cables and contacts](/know/cables).
3. Set the television to channel 3 or 4.

## When there is no picture

The channel switch at the back is easily overlooked. After that it is nearly always the [capacitors](/know/capacitor-kits).
`

const KITS = `Which kit fits which board, and what is in it.[^esr]

| Board | Electrolytics | Worth replacing |
|---|:-:|---|
| Heavy sixer | 3 | always |
| Light sixer | 3 | always |
| Junior | 2 | when the picture rolls |
| Breadbin, 250407 | 14 | those of the power section |

## Before you solder

- [x] Photograph the board from both sides
- [x] Mark the plus of each capacitor on the board
- [ ] Order one spare of each

Parts of the wrong voltage are the usual mistake: \`16 V\` is written on the old one, and \`25 V\` does as well. Never less.

[^esr]: Measured with an ESR meter at 100 kHz. A multimeter that shows the right capacity says nothing about it.
`

const TAPES = `A tape that does not load is rarely lost.

1. Wind it forward and back once. It sticks.
2. Clean the head with alcohol, the pressure roller as well.
3. Turn the azimuth screw while it plays, until the tone is at its brightest.

\`\`\`basic
10 REM LISTEN TO THE TAPE
20 SOUND 1,100,10,8
30 GOTO 20
\`\`\`

> If the leader tone wobbles, it is the belt and not the tape. -- Ben

See [first steps](/know/getting-started) for the cables.
`

/** Pages of the community; the first are those that the examples of the contract speak of. */
export const PAGES: readonly DemoPage[] = [
  {
    ...{ id: 81, slug: 'getting-started', title: 'Getting started', tags: ['basics'] },
    former: ['first-evening'],
    revisions: [
      { id: 8101, by: SELLER, daysAgo: 60, text: 'Plug the controller in.\n' },
      { id: 8102, by: BEN, daysAgo: 12, text: FIRST_STEPS, summary: 'Which port, and what else' },
      {
        ...{ id: 8103, by: PIA, daysAgo: 1, summary: 'The second player', status: 'pending' },
        text: `${FIRST_STEPS}\nThe right port is for the second player.\n`,
      },
      {
        ...{ id: 8104, by: SELLER, daysAgo: 5, status: 'rejected', reviewer: BEN },
        summary: 'Where to buy',
        reason: 'Offers belong into the listings.',
        text: `${FIRST_STEPS}\nI sell controllers.\n`,
      },
    ],
  },
  {
    ...{ id: 82, slug: 'cables', title: 'Cables and contacts', tags: ['basics', 'repair'] },
    revisions: [
      {
        ...{ id: 8201, by: PIA, daysAgo: 55, summary: 'First version' },
        text: 'See [the first steps](/know/getting-started), [labels](/know/labels) and [cleaning](/know/cleaning-contacts).\n',
      },
    ],
  },
  {
    ...{ id: 85, slug: 'capacitor-kits', title: 'Capacitor kits', tags: ['repair', 'parts'] },
    revisions: [
      { id: 8251, by: PIA, daysAgo: 40, text: 'Heavy sixer: three. Light sixer: three.\n' },
      {
        ...{ id: 8252, by: PIA, daysAgo: 38, summary: 'As a table' },
        text: KITS.split('\n## Before')[0] as string,
      },
      { id: 8253, by: BEN, daysAgo: 9, text: KITS, summary: 'What to do before', reviewer: BEN },
    ],
  },
  {
    ...{ id: 86, slug: 'loading-tapes', title: 'Loading tapes', tags: ['tapes', 'repair'] },
    former: ['tape-trouble'],
    revisions: [
      { id: 8261, by: BEN, daysAgo: 33, text: TAPES.split('\n```')[0] as string },
      { id: 8262, by: BEN, daysAgo: 20, text: TAPES, summary: 'A tone to listen to' },
      {
        ...{ id: 8263, by: SELLER, daysAgo: 2, summary: 'Wobbling', status: 'pending' },
        text: TAPES.replace('the belt and not the tape', 'the belt, or the roller'),
      },
    ],
  },
]

/** Pages in the trash. */
export const DELETED_PAGES: readonly DemoPage[] = [
  {
    ...{ id: 83, slug: 'old-notes', title: 'Old notes', tags: [] },
    revisions: [{ id: 8301, by: SELLER, daysAgo: 90, text: 'Notes of the fair.\n' }],
  },
  {
    ...{ id: 84, slug: 'older-notes', title: 'Older notes', tags: [] },
    revisions: [{ id: 8401, by: SELLER, daysAgo: 120, text: 'Notes of the fair before.\n' }],
  },
]
