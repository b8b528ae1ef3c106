/** The topics of a community of people who mend old computers. */

export const forums = [
  {
    slug: 'atari-2600',
    name: 'Atari 2600',
    description: 'Six-switchers, juniors and everything that plugs in.',
  },
  { slug: 'commodore-64', name: 'Commodore 64', description: 'Breadbins, SIDs and disk drives.' },
  { slug: 'amiga', name: 'Amiga', description: 'From the 1000 to the 4000, and the demo scene.' },
  { slug: 'repairs', name: 'Repair bench', description: 'Show the fault, get the fix.' },
  { slug: 'homebrew', name: 'Homebrew', description: 'New games for old machines.' },
  { slug: 'off-topic', name: 'Off topic', description: 'The rest of life.' },
] as const

export const firstNames = (
  'Ada Alan Alma Amir Anna Arlo Ben Bea Carl Cleo Dan Dora Eli Emil Esme Finn Flora Gil Greta Hal Hana Ida ' +
  'Igor Ines Ivan Jack Jo June Kai Kim Lars Lea Leo Lina Mara Max Mia Milo Nia Nils Nora Olaf Olga Otto Pia ' +
  'Paul Quin Rae Remy Rosa Ruth Sam Sara Sven Tess Theo Tilda Ugo Uma Vera Vic Will Wren Xena Yara Yuri Zoe'
).split(' ')

export const handles = (
  'retro pixel sprite solder floppy joystick raster bitmap vector cartridge phosphor scanline diskette tape ' +
  'modem ferric glitch cathode breadbin copper blitter chip socket trace logic byte nibble stack turbo'
).split(' ')

const machines = (
  'light sixer|heavy sixer|2600 Junior|C64 breadbin|C64C|1541 drive|SX-64|Amiga 500|Amiga 1200|Amiga 600|' +
  'ZX Spectrum 48K|Spectrum +3|BBC Micro|Atari ST|Atari 800XL|VIC-20|TI-99/4A|Amstrad CPC 464'
).split('|')
const parts = (
  'power supply|RF modulator|capacitor kit|keyboard membrane|video output|RAM chip|ROM socket|PLA|SID|drive belt|' +
  'write head|CIA|joystick port|reset switch|voltage regulator|composite mod'
).split('|')
const faults = (
  'shows a black screen|rolls after ten minutes|only boots when it is cold|has no sound|garbles every third character|' +
  'smells of warm dust|resets when I touch the case|loads once and never again|has faint vertical bars|hums on composite'
).split('|')

export const vocabulary = { machines, parts, faults }

export const titles = [
  'Which {part} for a {machine}?',
  'My {machine} {fault}',
  '{machine}: worth mending the {part}?',
  'Finished: {machine} with a new {part}',
  'How do you test a {part} without a scope?',
  'Found a {machine} at the tip',
  'Guide: replacing the {part} of a {machine}',
  'First {machine}, where do I begin?',
  'Swap: spare {part} for a {part}',
  'What did you load on your {machine} this weekend?',
] as const

export const openers = [
  'I have had this {machine} on the bench since Saturday. It {fault}.\n\nI have already swapped the {part}, to no effect. Where would you look next?',
  'Picked up a {machine} for less than a tank of petrol. The case is yellow, the rest looks honest, but it {fault}. Is the {part} the usual suspect?',
  'Here is what worked for me, in case somebody searches for it:\n\n1. Take out the {part}.\n2. Clean the contacts with alcohol.\n3. Reflow the three big joints.\n\nThe {machine} has run for a week since.',
  'Does anybody still make a decent {part}? The ones from the big shop do not fit the {machine}.',
  'Before I order: is the {part} of a {machine} the same in all revisions? Mine is from the second year.',
] as const

export const replies = [
  'Check the {part} first. Nine times out of ten it is that.',
  'Mine did exactly that: it {fault}. A new {part} cured it.',
  'Do not power it on again before you have measured the {part}. Ask me how I know.',
  'Can you post a photo of the board around the {part}?',
  'Same here with a {machine}. In the end it was a cold solder joint.',
  'Thank you, that was it. It has run all evening.',
  'I would leave it alone. A {machine} that works is worth more than one with a new {part}.',
  'There is a good write-up of this in the repair guide, page two.',
  'Which revision is it? They changed the {part} half way through.',
  'Seconded. And while you are in there, do the {part} as well.',
  'It {fault} because the ground of the {part} lifts when it gets warm. Touch it up and try again.',
  'Lovely work. The {machine} looks better than mine did new.',
  'If it still {fault} after that, swap the socket, not the chip.',
  'I have a spare {part}, send me a message.',
] as const

/** The goods of the market; `several` comes in numbers, the rest is one of a kind. */
export const offers = [
  {
    category: 'electronics',
    title: '{machine}, serviced',
    description:
      'On my bench all winter. New capacitors, cleaned, tested for an evening. The case has **one** scratch, see the photos.',
    euros: [60, 220],
    conditions: ['like_new', 'good', 'good'],
    several: false,
  },
  {
    category: 'electronics',
    title: '{machine} for spares or repair',
    description: 'Shows a picture now and then. Complete, nothing has been taken out of it.',
    euros: [15, 60],
    conditions: ['poor', 'for_parts', 'for_parts'],
    several: false,
  },
  {
    category: 'parts',
    title: '{part} for a {machine}',
    description: 'Made by a small shop, fits without filing. I ordered more than I can use.',
    euros: [5, 30],
    conditions: ['new'],
    several: true,
  },
  {
    category: 'parts',
    title: 'Used {part}, tested',
    description: 'From a {machine} that was past saving. Worked when I took it out.',
    euros: [4, 25],
    conditions: ['good', 'fair'],
    several: false,
  },
  {
    category: 'games',
    title: 'Box of games for the {machine}',
    description: 'Thirty titles, most of them load. Two boxes are sun-bleached.',
    euros: [20, 80],
    conditions: ['good', 'good', 'fair'],
    several: false,
  },
  {
    category: 'books',
    title: 'Service manual of the {machine}',
    description: 'Printed and ring-bound, with the schematics folded in.',
    euros: [10, 25],
    conditions: ['new'],
    several: true,
  },
  {
    category: 'collectibles',
    title: 'Dealer poster, {machine}',
    description: 'Rolled, never pinned up. 60 × 84 cm.',
    euros: [20, 60],
    conditions: ['like_new', 'good'],
    several: false,
  },
] as const

export const towns = [
  { country: 'DE', region: 'Berlin', city: 'Berlin' },
  { country: 'DE', region: 'Bavaria', city: 'Nuremberg' },
  { country: 'AT', region: 'Styria', city: 'Graz' },
  { country: 'NL', region: 'Utrecht', city: 'Utrecht' },
  { country: 'GB', region: 'England', city: 'Leeds' },
  { country: 'GB', region: 'Scotland', city: 'Glasgow' },
  { country: 'US', region: 'Oregon', city: 'Portland' },
  { country: 'SE', region: null, city: 'Malmö' },
] as const

/** Names that the contract's examples give to members, or register: nobody else has them. */
export const namesOfExamples = [
  ...[
    'joystick_jo',
    'retroseller',
    'pixel_pia',
    'mod_ben',
    'admin_ann',
    'leaving_lou',
    'barred_bob',
  ],
] as const
