interface DemoOption {
  readonly text: string
  readonly is_correct?: boolean
  readonly match?: string
}

interface DemoQuestion {
  readonly kind: string
  readonly text_markdown: string
  readonly points?: number
  readonly feedback_markdown?: string
  readonly options?: readonly DemoOption[]
  readonly accepted?: readonly string[]
  readonly number?: number
  readonly tolerance?: number
}

/** An activity. `after` is the title of the one that opens it, by a score of at least `minScore` where there is one. */
export interface DemoActivity {
  readonly kind: string
  readonly title: string
  readonly is_required?: boolean
  readonly content_markdown?: string
  readonly url?: string
  readonly max_attempts?: number
  readonly time_limit_seconds?: number
  readonly pass_mark_pct?: number
  readonly shuffle_options?: boolean
  readonly after?: string
  readonly minScore?: number
  readonly questions?: readonly DemoQuestion[]
  /** Whether a live session of next week completes it. */
  readonly meets?: boolean
}

/** A course with its parts. */
export interface DemoCourse {
  readonly slug: string
  readonly title: string
  readonly subtitle: string
  readonly summary: string
  readonly estimated_minutes: number
  readonly credit_hours?: number
  readonly credit_kind?: string
  readonly modules: readonly {
    readonly title: string
    readonly summary: string
    readonly lessons: readonly {
      readonly title: string
      readonly content_markdown: string
      readonly estimated_minutes: number
      readonly activities: readonly DemoActivity[]
    }[]
  }[]
}

const SOLDERING: DemoCourse = {
  ...{ slug: 'soldering-without-fear', title: 'Soldering without fear' },
  subtitle: 'Your first ten joints, and how to tell a good one',
  summary:
    'For everybody who has never held an iron. You learn what heat, flux and solder each do, make ten joints in your head, and answer a short quiz at the end.',
  ...{ estimated_minutes: 25, credit_hours: 0.5, credit_kind: 'CPD' },
  modules: [
    {
      ...{ title: 'Before the first joint', summary: 'Tools, and what keeps you safe.' },
      lessons: [
        {
          ...{ title: 'The iron and its place', estimated_minutes: 8 },
          content_markdown:
            'An iron of 60 watts whose temperature you can set is enough for everything in this workshop. **350 °C** suits leaded solder, **380 °C** solder without lead.\n\n- The iron stands in its holder whenever it is not in your hand.\n- The sponge is damp, not wet.\n- The window is open: it is the flux that smokes, not the lead.\n\n> Nothing that you drop is worth catching.',
          activities: [{ kind: 'page', title: 'Prepare your place' }],
        },
        {
          ...{ title: 'What flux is for', estimated_minutes: 5 },
          content_markdown:
            'Copper that has met air has a skin of oxide, to which solder does not stick. Flux takes it off while it is hot, and keeps the air away.\n\n| Solder | Flux |\n|---|---|\n| with a core | has enough for a new board |\n| solid | needs flux from a pen |\n| old joints | always need new flux |',
          activities: [{ kind: 'page', title: 'Flux before heat' }],
        },
      ],
    },
    {
      ...{ title: 'The joint', summary: 'Heat the parts, not the solder.' },
      lessons: [
        {
          ...{ title: 'One joint in four seconds', estimated_minutes: 12 },
          content_markdown:
            '1. Lay the tip against pad **and** pin.\n2. Count to two.\n3. Feed solder to the far side, not to the tip.\n4. Take the solder away, then the iron.\n\nA good joint is a small cone that shines and lets the pin be seen. A ball has had too little heat.',
          activities: [
            { kind: 'page', title: 'Four steps' },
            {
              ...{ kind: 'quiz', title: 'Would it hold?', after: 'Four steps', max_attempts: 5 },
              ...{ time_limit_seconds: 900, pass_mark_pct: 75, shuffle_options: true },
              questions: [
                {
                  ...{
                    kind: 'choice',
                    text_markdown: 'A joint has become a **ball**. What was missing?',
                  },
                  feedback_markdown:
                    'Solder flows to where it is hot. A ball has never wetted the pad.',
                  options: [
                    { text: 'Heat in the pad', is_correct: true },
                    { text: 'Solder' },
                    { text: 'A smaller tip' },
                  ],
                },
                {
                  ...{ kind: 'several', text_markdown: 'What does flux do?', points: 2 },
                  options: [
                    { text: 'It takes off the oxide', is_correct: true },
                    { text: 'It keeps the air away', is_correct: true },
                    { text: 'It makes the joint stronger' },
                  ],
                },
                {
                  ...{ kind: 'order', text_markdown: 'Put the four steps in order.', points: 2 },
                  options: [
                    { text: 'The tip against pad and pin' },
                    { text: 'Count to two' },
                    { text: 'Feed the solder' },
                    { text: 'Take solder and iron away' },
                  ],
                },
                {
                  ...{ kind: 'match', text_markdown: 'Which temperature goes with which solder?' },
                  options: [
                    { text: 'With lead', match: '350 °C' },
                    { text: 'Without lead', match: '380 °C' },
                  ],
                },
                {
                  ...{
                    kind: 'short_text',
                    text_markdown: 'What do old joints always need, in one word?',
                  },
                  accepted: ['flux', 'new flux'],
                },
                {
                  kind: 'number',
                  text_markdown: 'How many watts are enough for everything in this workshop?',
                  ...{ number: 60, tolerance: 0 },
                },
              ],
            },
          ],
        },
      ],
    },
  ],
}

const JOYSTICK: DemoCourse = {
  ...{ slug: 'restoring-a-joystick', title: 'Restoring a joystick' },
  subtitle: 'From a stuck fire button to a stick like new',
  summary:
    'Each part opens with the one before it. Who likes may show the own work to the workshop, and come to its evening of questions: neither is asked for.',
  estimated_minutes: 45,
  modules: [
    {
      ...{ title: 'Taking it apart', summary: 'Four screws, and a spring that leaps.' },
      lessons: [
        {
          ...{ title: 'Inside the base', estimated_minutes: 15 },
          content_markdown:
            'Turn the stick upside down and take out the four screws. **Hold the base together while you turn it back**: the spring of the fire button leaps.\n\nThe circuit board has five domes of metal, one for each way and one for fire. Where one has lost its spring, the stick is deaf in that way.',
          activities: [
            { kind: 'page', title: 'Open the base' },
            {
              ...{ kind: 'link', title: 'Look at the schematic', after: 'Open the base' },
              url: 'https://example.com/joystick-schematic.pdf',
            },
            {
              ...{ kind: 'quiz', title: 'What is broken?', after: 'Look at the schematic' },
              ...{ pass_mark_pct: 50 },
              questions: [
                {
                  kind: 'choice',
                  text_markdown:
                    'The stick does not go **left**, and everything else works. What is it?',
                  feedback_markdown: 'A cable would take more than one way with it.',
                  options: [
                    { text: 'A dome that has lost its spring', is_correct: true },
                    { text: 'The cable' },
                    { text: 'The computer' },
                  ],
                },
                {
                  ...{ kind: 'number', text_markdown: 'How many domes does the board have?' },
                  ...{ number: 5, feedback_markdown: 'Four ways, and fire.' },
                },
              ],
            },
          ],
        },
      ],
    },
    {
      ...{ title: 'Putting it right', summary: 'New domes, and a test.' },
      lessons: [
        {
          ...{ title: 'New domes', estimated_minutes: 20 },
          content_markdown:
            'Clean the contacts with alcohol, lay the new dome on, and fix it with one strip of tape. Close the base, and try each way ten times.',
          activities: [
            { kind: 'page', title: 'Fit them and try', after: 'What is broken?', minScore: 50 },
            {
              ...{ kind: 'assignment', title: 'Show your work', is_required: false },
              content_markdown: 'Tell the workshop what you have found, and what you did about it.',
              questions: [
                {
                  ...{ kind: 'essay', points: 10 },
                  text_markdown: 'What was broken, how did you find it, and how does it feel now?',
                },
              ],
            },
            {
              ...{ kind: 'live_session', title: 'An evening of questions', is_required: false },
              meets: true,
            },
          ],
        },
      ],
    },
  ],
}

/** The courses of the demo that members take to their end. */
export const COURSES: readonly DemoCourse[] = [SOLDERING, JOYSTICK]
