/** Statements as a course sends them, about a kilobyte each; the n-th is always the same but for its id. */

const VERBS = ['initialized', 'progressed', 'answered', 'passed', 'failed', 'completed']
const verbOf = (n: number) => `http://adlnet.gov/expapi/verbs/${VERBS[n % VERBS.length] as string}`
const LEARNERS = 100
const learnerOf = (n: number) => ({
  objectType: 'Agent',
  name: `Learner ${n % LEARNERS}`,
  mbox: `mailto:learner-${n % LEARNERS}@example.com`,
})

export const statementOf = (n: number): object => ({
  actor: learnerOf(n),
  verb: { id: verbOf(n), display: { 'en-US': VERBS[n % VERBS.length] } },
  object: {
    objectType: 'Activity',
    id: `https://example.com/courses/${n % 7}/lessons/${n % 70}`,
    definition: {
      type: 'http://adlnet.gov/expapi/activities/lesson',
      name: { 'en-US': `Lesson ${n % 70}`, 'de-DE': `Lektion ${n % 70}` },
      description: { 'en-US': 'Bees dance to tell each other where flowers are.' },
    },
  },
  result: {
    completion: n % 2 === 0,
    success: n % 3 === 0,
    duration: 'PT4M12.5S',
    score: { scaled: (n % 100) / 100, raw: n % 100, min: 0, max: 100 },
  },
  context: {
    registration: `0b1f5a34-6a4e-4d0f-8c7e-${String(n % LEARNERS).padStart(12, '0')}`,
    platform: 'Example Academy',
    language: 'en-US',
    contextActivities: {
      parent: [{ id: `https://example.com/courses/${n % 7}`, objectType: 'Activity' }],
      grouping: [{ id: 'https://example.com/catalogue', objectType: 'Activity' }],
    },
    extensions: { 'https://example.com/browser': { name: 'Firefox', version: 128 } },
  },
  timestamp: new Date(Date.UTC(2026, 0, 1) + n * 1000).toISOString(),
})

/** So many statements from the n-th on, as the body of one request. */
export const batchOf = (n: number, count: number): string =>
  JSON.stringify(Array.from({ length: count }, (_, i) => statementOf(n + i)))

/** A page of fifty, and what one learner has passed since a time. */
export const READS = {
  'GET ?limit=50': 'limit=50',
  'GET ?agent&verb&since': String(
    new URLSearchParams({
      agent: JSON.stringify({ mbox: 'mailto:learner-3@example.com' }),
      verb: verbOf(3),
      since: '2026-01-01T00:00:00Z',
      limit: '50',
    }),
  ),
} as const

/** Other filters that a store is asked by. */
export const FILTERS = {
  ...READS,
  'GET ?activity': 'activity=https%3A%2F%2Fexample.com%2Fcourses%2F3%2Flessons%2F3&limit=50',
  'GET ?activity&related_activities':
    'activity=https%3A%2F%2Fexample.com%2Fcatalogue&related_activities=true&limit=50',
  'GET ?registration&verb': String(
    new URLSearchParams({
      registration: '0b1f5a34-6a4e-4d0f-8c7e-000000000003',
      verb: verbOf(3),
      limit: '50',
    }),
  ),
  'GET ?agent&ascending': String(
    new URLSearchParams({
      agent: JSON.stringify({ mbox: 'mailto:learner-3@example.com' }),
      ascending: 'true',
      limit: '50',
    }),
  ),
} as const
