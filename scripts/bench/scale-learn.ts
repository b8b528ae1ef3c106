import type { OperationId } from '../../packages/contract/src/index.ts'
import { ATTEMPT_ROWS } from './scale-attempts.ts'
import type { ScaleTenant } from './scale-fill.ts'
import { get, list, nth, someMember, write, type ScaleRow } from './scale-requests.ts'

const learn = '/api/v1/learn'
const courses = `${learn}/courses`
const categories = `${learn}/categories`
const newCategory = (n: number) => ({ slug: `new-category-${n}`, name: `New ${n}` })
const enrollments = `${learn}/enrollments`
const certificates = `${learn}/certificates`
const first = (t: ScaleTenant, table: keyof ScaleTenant['from']) => t.from[table] + 1
/** A course that is published, or a draft. */
const published = (t: ScaleTenant, n: number) => nth('learn_courses', t, n, 2, 1)
const draft = (t: ScaleTenant, n: number) => nth('learn_courses', t, n, 2, 0)
const enrollment = (t: ScaleTenant, n: number) => nth('learn_enrollments', t, n, 3, 0)
const bounded = 'their total is counted on the index: a course has few'

const PLURALS = { Module: 'modules', Lesson: 'lessons', Activity: 'activities' } as const

/** The operations of a kind of parts, which are below the rows of another table. */
function parts<Kind extends keyof typeof PLURALS>(
  kind: Kind,
  above: string,
  parents: keyof ScaleTenant['from'],
  table: keyof ScaleTenant['from'],
  made: (n: number) => object,
): readonly ScaleRow[] {
  const plural = PLURALS[kind]
  const add = (t: ScaleTenant, n: number) => `${above}/${nth(parents, t, n)}/${plural}`
  const one = (t: ScaleTenant, n: number) => `${learn}/${plural}/${nth(table, t, n)}`
  const order = kind === 'Activity' ? 'orderActivities' : (`order${kind}s` as const)
  return [
    get(`get${kind}`, (t) => one(t, 0)),
    write(`create${kind}`, add, (_: ScaleTenant, n: number) => made(n)),
    write(`update${kind}`, one, (_: ScaleTenant, n: number) => ({ title: `Renamed ${n}` })),
    write(
      `delete${kind}`,
      () => `${learn}/${plural}/{id}/delete`,
      {},
      { before: (t, n) => ({ path: add(t, n + 200), body: made(n) }) },
    ),
    write(
      order as OperationId,
      (t) => `${above}/${first(t, parents)}/${plural}/order`,
      (t: ScaleTenant, n: number) => ({ ids: [first(t, table) + 1 + (n % 90)] }),
    ),
  ]
}
/** Courses, and those who take them. */
export const LEARN_ROWS: readonly ScaleRow[] = [
  ...list(
    'listCourses',
    courses,
    {
      status: { status: 'published' },
      q: { q: 'course 9' },
      author_id: (t) => ({ author_id: someMember(t) }),
      category_id: (t) => ({ category_id: first(t, 'learn_categories') }),
      'status and category_id': (t) => ({
        ...{ status: 'draft', category_id: first(t, 'learn_categories') },
      }),
      'status and author_id': (t) => ({ status: 'draft', author_id: someMember(t) }),
    },
    'learn_courses',
  ),
  get('getCourse', (t) => `${courses}/${published(t, 0)}`),
  write('createCourse', courses, (_: ScaleTenant, n: number) => ({
    ...{ slug: `new-course-${n}`, title: `New ${n}` },
  })),
  write(
    'updateCourse',
    (t, n) => `${courses}/${published(t, n)}`,
    (_: ScaleTenant, n: number) => ({ title: `Another title ${n}` }),
  ),
  write('publishCourse', (t, n) => `${courses}/${draft(t, n)}/publish`),
  write('unpublishCourse', (t, n) => `${courses}/${published(t, n + 100)}/unpublish`),
  write('submitCourse', (t, n) => `${courses}/${draft(t, n + 100)}/submit`),
  write(
    'returnCourse',
    (t, n) => `${courses}/${draft(t, n + 300)}/return`,
    { reason: 'Again.' },
    {
      before: (t, n) => ({ path: `${courses}/${draft(t, n + 300)}/submit`, body: {} }),
    },
  ),
  get('getCoursePrerequisites', (t) => `${courses}/${published(t, 0)}/prerequisites`),
  write(
    'setCoursePrerequisites',
    (t, n) => `${courses}/${published(t, n)}/prerequisites`,
    (t: ScaleTenant) => ({ course_ids: [draft(t, 900)] }),
  ),
  ...list('listCourseCategories', categories),
  get('getCourseCategory', (t) => `${categories}/${first(t, 'learn_categories')}`),
  write('createCourseCategory', categories, (_: ScaleTenant, n: number) => newCategory(n)),
  write(
    'updateCourseCategory',
    (t) => `${categories}/${first(t, 'learn_categories')}`,
    (_: ScaleTenant, n: number) => ({ name: `Renamed ${n}` }),
  ),
  write(
    'deleteCourseCategory',
    () => `${categories}/{id}/delete`,
    {},
    {
      before: (_, n) => ({ path: categories, body: newCategory(n + 1000) }),
    },
  ),
  write('archiveCourse', (t, n) => `${courses}/${published(t, n + 200)}/archive`),

  {
    ...get('listCourseModules', (t) => `${courses}/${first(t, 'learn_courses')}/modules`),
    exempt: bounded,
  },
  {
    ...get('listModuleLessons', (t) => `${learn}/modules/${first(t, 'learn_modules')}/lessons`),
    exempt: bounded,
  },
  {
    ...get(
      'listLessonActivities',
      (t) => `${learn}/lessons/${first(t, 'learn_lessons')}/activities`,
    ),
    exempt: bounded,
  },
  ...parts('Module', courses, 'learn_courses', 'learn_modules', (n) => ({ title: `Part ${n}` })),
  ...parts('Lesson', `${learn}/modules`, 'learn_modules', 'learn_lessons', (n) => ({
    title: `Part ${n}`,
  })),
  ...parts('Activity', `${learn}/lessons`, 'learn_lessons', 'learn_activities', (n) => ({
    ...{ kind: 'page', title: `Part ${n}`, content_markdown: 'Measure it first.' },
  })),

  ...list(
    'listEnrollments',
    enrollments,
    {
      course_id: (t) => ({ course_id: first(t, 'learn_courses') + 1 }),
      user_id: (t) => ({ user_id: someMember(t) }),
      status: { status: 'active' },
      'user_id and status': (t) => ({ user_id: someMember(t), status: 'completed' }),
      'course_id and user_id': (t) => ({
        ...{ course_id: first(t, 'learn_courses') + 1, user_id: someMember(t) },
      }),
    },
    'learn_enrollments',
  ),
  {
    ...get(
      'listEnrollmentProgress',
      (t) => `${enrollments}/${nth('learn_enrollments', t, 0)}/progress`,
    ),
    exempt: bounded,
  },
  write(
    'completeActivity',
    (t, n) => `${learn}/activities/${t.from.learn_activities + 2 + 2 * (n % 49)}/complete`,
    (t: ScaleTenant, n: number) => ({
      actor_id: someMember(t) + 3 + 3 * (Math.floor(n / 49) % 33),
    }),
  ),
  get('getEnrollment', (t) => `${enrollments}/${nth('learn_enrollments', t, 0)}`),
  write('createEnrollment', enrollments, (t: ScaleTenant, n: number) => ({
    ...{ user_id: t.from.users + 200 + n, course_id: published(t, 300) },
  })),
  write(
    'enrollMembers',
    (t) => `${courses}/${published(t, 301)}/enroll`,
    (_: ScaleTenant, n: number) => ({
      emails: Array.from({ length: 20 }, (_each, i) => `member-${300 + 20 * n + i}@example.com`),
    }),
  ),
  write('cancelEnrollment', (t, n) => `${enrollments}/${enrollment(t, n)}/cancel`),
  write('completeEnrollment', (t, n) => `${enrollments}/${enrollment(t, n + 200)}/complete`),

  ...ATTEMPT_ROWS,

  ...list(
    'listCertificates',
    certificates,
    {
      course_id: (t) => ({ course_id: first(t, 'learn_courses') + 1 }),
      user_id: (t) => ({ user_id: someMember(t) }),
      status: { status: 'issued' },
      'course_id and status': (t) => ({
        ...{ course_id: first(t, 'learn_courses') + 1, status: 'issued' },
      }),
    },
    'learn_certificates',
  ),
  get('getCertificate', (t) => `${certificates}/${nth('learn_certificates', t, 0)}`),
  write(
    'revokeCertificate',
    (t, n) => `${certificates}/${nth('learn_certificates', t, n, 5, 1)}/revoke`,
    { reason: 'Issued to the wrong member.' },
  ),
  write(
    'regenerateCertificate',
    (t, n) => `${certificates}/${nth('learn_certificates', t, n, 5, 2)}/regenerate`,
  ),
  ...list(
    'listCertificateTemplates',
    `${learn}/certificate-templates`,
    {},
    'learn_certificate_templates',
  ),
  get(
    'getCertificateTemplate',
    (t) => `${learn}/certificate-templates/${nth('learn_certificate_templates', t, 0)}`,
  ),
  write('createCertificateTemplate', `${learn}/certificate-templates`, {
    ...{ name: 'New', title: 'Certificate', body: '{{learner}}' },
  }),
  write(
    'updateCertificateTemplate',
    (t, n) => `${learn}/certificate-templates/${nth('learn_certificate_templates', t, n)}`,
    (_: ScaleTenant, n: number) => ({ title: `Certificate ${n}` }),
  ),
  ...list(
    'listScormPackages',
    `${learn}/scorm-packages`,
    { status: { status: 'ready' } },
    'learn_scorm_packages',
  ),
  get('getScormPackage', (t) => `${learn}/scorm-packages/${nth('learn_scorm_packages', t, 0)}`),
  write(
    'deleteScormPackage',
    (t, n) => `${learn}/scorm-packages/${nth('learn_scorm_packages', t, n)}/delete`,
  ),
]

/** Operations that the table leaves out, and why. */
export const UNMEASURED_LEARN: Readonly<Partial<Record<OperationId, string>>> = {
  createRecordForwarder: 'writes one row and a task; a community has ten at most',
  createScormPackage: 'takes its time for the bytes; its rows are those of createReport',
  launchActivity:
    'writes one row of its own enrollment, after the look-ups of getActivity and getEnrollment',
  deleteCertificateTemplate: 'two look-ups by index and a deletion by key',
  downloadCertificate: 'reads bytes, after the look-up of getCertificate',
  getCertificateCredential: 'takes its time for the signature, after the look-up of getCertificate',
  previewCertificateTemplate: 'takes its time for the PDF, after the look-up of the template',
}
