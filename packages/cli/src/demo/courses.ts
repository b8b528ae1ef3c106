import { count, emit, type SystemWriting } from '@mobieus/domain/kit'
import {
  attemptList,
  categoryList,
  certificateList,
  courseList,
  enrollmentList,
  insertFiles,
  packageList,
  templateList,
} from '@mobieus/domain/learn'
import type { Insert } from './cast.ts'
import type { KeptPackage } from './package.ts'

const [AUTHOR, PIA, RETRO] = [9, 7, 312]
/** The package that the examples play. */
export const PACKAGE = 581
const names: Readonly<Record<number, string>> = { [PIA]: 'pixel_pia', [RETRO]: 'retroseller' }
const COURSE = { id: 501, slug: 'repairing-a-console', title: 'Repairing a console' }
const OTHERS = [
  { id: 502, slug: 'reading-schematics', title: 'Reading schematics', status: 'draft' },
  { id: 503, slug: 'cleaning-contacts', title: 'Cleaning contacts', status: 'published' },
  { id: 507, slug: 'mending-pads', title: 'Mending pads', status: 'in_review' },
  {
    ...{ id: 504, slug: 'tuning-a-picture', title: 'Tuning a picture', status: 'published' },
    ...{ module_count: 1, lesson_count: 1, activity_count: 1 },
  },
]

/** The course that the examples of Learn speak of, with its parts and members who take it. */
export async function insertLearning(
  ctx: SystemWriting,
  insert: Insert,
  safety: KeptPackage,
): Promise<void> {
  await insertTemplate(ctx, insert)
  await insertCourses(ctx, insert)
  await insertParts(ctx, insert, safety)
  await insertEnrollments(ctx, insert)
  await insertCertificates(ctx, insert)
}

/** The second one is of no course, and can be deleted. */
async function insertTemplate(ctx: SystemWriting, insert: Insert) {
  const look = {
    ...{ name: 'Plain', title: 'Certificate of completion', orientation: 'landscape' },
    body: '{{learner}} has completed {{course}} on {{date}}.',
    ...{ signer_name: 'Ben', signer_title: 'Head of the workshop' },
    ...{ text_color: '#1a1a1a', accent_color: '#2f5d8a', ...timesOf(ctx) },
  }
  await insert('learn_certificate_templates', [
    { ...look, id: 571, is_default: true },
    { ...look, id: 572, is_default: false },
  ])
  count(ctx, templateList, 2)
}

const timesOf = ({ now }: SystemWriting) => ({ created_at: now, updated_at: now })

async function insertCourses(ctx: SystemWriting, insert: Insert) {
  await insert('learn_categories', [
    { id: 597, slug: 'repair', name: 'Repair', parent_id: null },
    { id: 598, slug: 'swapping', name: 'Swapping', parent_id: null },
    { id: 600, slug: 'workshop', name: 'Workshop', parent_id: null },
  ])
  count(ctx, categoryList, 3)
  const about = {
    ...{ subtitle: 'From the power supply to the picture', language: 'en', hidden: false },
    ...{ summary: 'What to look at first, and with which tools.', estimated_minutes: 120 },
    ...{ completion_rule: 'required_activities', credit_hours: 2, credit_kind: 'CPD' },
    ...{ credit_expires_after_months: 24, author_id: AUTHOR, category_id: 597, version_number: 1 },
  }
  const counts = { module_count: 2, lesson_count: 2, activity_count: 2 }
  for (const course of [{ ...COURSE, ...counts, status: 'published' }, ...OTHERS]) {
    const isPublished = course.status === 'published'
    const published = isPublished ? { published_at: ctx.now, published_version: 1 } : {}
    const none = { module_count: 0, lesson_count: 0, activity_count: 0 }
    await insert('learn_courses', [{ ...about, ...none, ...course, ...published, ...timesOf(ctx) }])
    const found = { status: course.status, author_id: AUTHOR, category_id: 597 }
    count(ctx, courseList, 1, found)
  }
  await insert('learn_course_prerequisites', [{ course_id: 501, required_course_id: 503 }])
}

async function insertParts(ctx: SystemWriting, insert: Insert, safety: KeptPackage) {
  const [times, course_id] = [timesOf(ctx), COURSE.id]
  await insert('learn_modules', [
    {
      ...{ id: 511, course_id, title: 'Looking for the fault', position: 1, lesson_count: 2 },
      ...{ summary: 'From the outside to the inside.', ...times },
    },
    {
      ...{ id: 514, course_id, title: 'Mending it', position: 2, lesson_count: 0 },
      ...{ summary: null, ...times },
    },
  ])
  await insert('learn_lessons', [
    {
      ...{ id: 521, course_id, module_id: 511, title: 'The power supply', position: 1 },
      ...{ content_markdown: 'Measure it **first**.', estimated_minutes: 30, activity_count: 2 },
      ...times,
    },
    {
      ...{ id: 524, course_id, module_id: 511, title: 'The switch', position: 2 },
      ...{ content_markdown: 'It wears out.', estimated_minutes: 10, activity_count: 0, ...times },
    },
  ])
  await insert('learn_scorm_packages', [
    {
      ...{ id: PACKAGE, title: 'Safety at the bench', standard: 'scorm_1_2', status: 'ready' },
      ...{ course_id, uploader_id: AUTHOR, file_name: 'safety.zip', warnings: [], ...times },
      ...{ size_bytes: safety.size_bytes, file_count: safety.files.length },
      ...{ launch_path: 'index.html', manifest: safety.manifest, storage_key: safety.storage_key },
    },
  ])
  await insertFiles(ctx, PACKAGE, safety.files)
  count(ctx, packageList, 1, { status: 'ready' })
  await insertPlaying(ctx, insert)
  const quiz = {
    ...{ course_id, lesson_id: 521, is_required: true, max_attempts: 3, time_limit_seconds: 600 },
    ...{ pass_mark_pct: 80, shuffle_options: true, shuffle_items: false },
    ...{ release_rule_kind: 'open', scoring_method: 'highest', review_rule: 'always' },
    ...{ feedback_timing: 'after_submission', kind: 'quiz', ...times },
  }
  await insert('learn_activities', [
    { ...quiz, id: 531, title: 'What goes first?', position: 1 },
    { ...quiz, id: 532, title: 'What comes next?', position: 2 },
  ])
}

/** An activity that plays the package, in a course of its own, and a package that none plays. */
async function insertPlaying(ctx: SystemWriting, insert: Insert) {
  const [times, course_id, title] = [timesOf(ctx), 504, 'Safety at the bench']
  const of = { course_id, title, position: 1, ...times }
  await insert('learn_modules', [{ id: 512, ...of, lesson_count: 1 }])
  await insert('learn_lessons', [{ id: 522, module_id: 512, ...of, activity_count: 1 }])
  await insert('learn_activities', [
    { id: 534, lesson_id: 522, kind: 'scorm', scorm_package_id: PACKAGE, ...of },
  ])
  await insert('learn_scorm_packages', [
    {
      ...{ id: 582, title: 'Safety, first draft', status: 'failed', uploader_id: AUTHOR },
      ...{ file_name: 'safety-draft.zip', size_bytes: 1203, warnings: [], ...times },
      failure: 'The zip has neither imsmanifest.xml nor cmi5.xml at its root.',
    },
  ])
  count(ctx, packageList, 1, { status: 'failed' })
}

/** Three that are active, and two that are completed with a certificate. */
async function insertEnrollments(ctx: SystemWriting, insert: Insert) {
  await insert('learn_cohorts', [
    {
      ...{ id: 341, source: 'manual', name: 'Spring course', name_key: 'spring course' },
      ...{ version: 1, ...timesOf(ctx) },
    },
  ])
  const active = { status: 'active', progress_pct: 50, score_pct: null, completed_at: null }
  const completed = { status: 'completed', progress_pct: 100, score_pct: 90, completed_at: ctx.now }
  const rows = [
    { id: 551, user_id: RETRO, course_id: 501, ...active },
    { id: 552, user_id: PIA, course_id: 503, ...active },
    { id: 553, user_id: PIA, course_id: 504, ...active },
    { id: 554, user_id: PIA, course_id: 501, ...completed },
    { id: 555, user_id: PIA, course_id: 501, ...completed },
  ]
  const titles = new Map([COURSE, ...OTHERS].map((each) => [each.id, each]))
  for (const row of rows) {
    await insert('learn_enrollments', [{ ...row, enrolled_at: ctx.now }])
    count(ctx, enrollmentList, 1, row)
    const { slug: course_slug = '', title: course_title = '' } = titles.get(row.course_id) ?? {}
    const user = { id: row.user_id, username: names[row.user_id] ?? '' }
    emit(ctx, 'enrollment.created', {
      ...{ enrollment_id: row.id, course_id: row.course_id, course_slug, course_title, user },
      ...{ cohort_id: null, expires_at: null },
    })
  }
}

async function insertCertificates(ctx: SystemWriting, insert: Insert) {
  const attempt = { activity_id: 531, enrollment_id: 554, user_id: PIA, number: 1 }
  const times = { started_at: ctx.now, due_at: ctx.now, submitted_at: ctx.now, graded_at: ctx.now }
  const graded = { status: 'graded', score_pct: 90, passed: true }
  await insert('learn_attempts', [{ id: 541, ...attempt, ...graded, ...times }])
  count(ctx, attemptList, 1, { ...attempt, ...graded })
  const user = { id: PIA, username: names[PIA] ?? '' }
  const [course_id, course_slug, course_title] = [COURSE.id, COURSE.slug, COURSE.title]
  for (const [id, enrollment_id] of [
    [561, 554],
    [562, 555],
  ] as const) {
    const serial = `MC-DEMO-${ctx.tenantId}-${id}`
    const row = { id, serial, user_id: PIA, course_id, enrollment_id, status: 'issued' }
    const shown = { recipient_name: 'Pixel Pia', course_title, generation: 1, template_id: 571 }
    const credit = { credit_hours: 2, credit_kind: 'CPD', score_pct: 90 }
    await insert('learn_certificates', [{ ...row, ...shown, ...credit, issued_at: ctx.now }])
    await insert('learn_certificate_directory', [{ serial, certificate_id: id }])
    count(ctx, certificateList, 1, row)
    const at = ctx.now.toISOString().replace(/\.\d+Z$/, 'Z')
    const course = { enrollment_id, course_id, course_slug }
    emit(ctx, 'course.completed', {
      ...{ ...course, course_title, user, score_pct: 90, completed_at: at },
    })
    emit(ctx, 'certificate.issued', {
      ...{ ...course, certificate_id: id, serial, user, issued_at: at, expires_at: null },
    })
  }
}
