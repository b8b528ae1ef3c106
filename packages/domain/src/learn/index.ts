import type { Handlers } from '../kit/context.ts'
import { surface } from '../kit/surface.ts'
import * as activities from './activities/activities.ts'
import { deletingActor } from './actor-deletions/deleting.ts'
import * as deletions from './actor-deletions/deletions.ts'
import { deletionList } from './actor-deletions/deletions.store.ts'
import { getCertificateCredential } from './badges/badges.ts'
import { signingKeys } from './badges/keys.ts'
import * as attempts from './attempts/attempts.ts'
import { attemptList } from './attempts/attempts.store.ts'
import * as feeds from './calendar-feeds/feeds.ts'
import { feedList } from './calendar-feeds/feeds.store.ts'
import * as papers from './attempts/papers.ts'
import { returnAttempt } from './attempts/returning.ts'
import { attemptSubmission } from './attempts/submitting.ts'
import { gradeAttempt, saveAttemptAnswers, startAttempt, submitAttempt } from './attempts/taking.ts'
import * as templates from './certificate-templates/certificate-templates.ts'
import { templateList } from './certificate-templates/certificate-templates.store.ts'
import * as certificates from './certificates/certificates.ts'
import { certificateList } from './certificates/certificates.store.ts'
import { CERTIFICATES, downloadCertificate, tidyCertificate } from './certificates/printing.ts'
import * as cohorts from './cohorts/cohorts.ts'
import { extending } from './cohorts/extending.ts'
import { grantCohort } from './cohorts/granting.ts'
import { invitesPurge, sendInvite } from './cohorts/inviting.ts'
import * as categories from './categories/categories.ts'
import { categoryList } from './categories/categories.store.ts'
import * as courses from './courses/courses.ts'
import { courseList } from './courses/courses.store.ts'
import { getCoursePrerequisites, setCoursePrerequisites } from './courses/prerequisites.ts'
import { enrollMembers } from './enrollments/bulk.ts'
import { enrollmentExpiry } from './enrollments/expiring.ts'
import * as enrollments from './enrollments/enrollments.ts'
import { enrollmentList } from './enrollments/enrollments.store.ts'
import * as lessons from './lessons/lessons.ts'
import { launchPurge } from './launches/launch-purge.ts'
import { launchActivity } from './launches/launches.ts'
import * as attendance from './live/attendance.ts'
import * as sessions from './live/sessions.ts'
import { sessionList } from './live/sessions.store.ts'
import * as modules from './modules/modules.ts'
import * as progress from './progress/items.ts'
import { regauging } from './progress/regauging.ts'
import { forwardingRecords } from './record-forwarders/forwarding.ts'
import * as forwarders from './record-forwarders/forwarders.ts'
import { forwarderList } from './record-forwarders/forwarders.store.ts'
import { forwarderPasswords } from './record-forwarders/passwords.ts'
import { importing } from './scorm-packages/importing.ts'
import { failedPackagePurge, purgePackage } from './scorm-packages/package-purge.ts'
import { PACKS } from './scorm-packages/packs.rules.ts'
import {
  createQuestion,
  deleteQuestion,
  listQuestions,
  updateQuestion,
} from './questions/questions.ts'
import * as packages from './scorm-packages/scorm-packages.ts'
import { isPackageWaiting, packageList } from './scorm-packages/scorm-packages.store.ts'
import { reminderDays, reviews, timeZone } from './settings.ts'
import { courseAudience } from './web/settings.ts'
import * as resources from './xapi/about.ts'
import * as documents from './xapi/documents/handlers.ts'
import * as statements from './xapi/statements/statements.ts'
import { defaultVersion } from './xapi/version.rules.ts'

export { deletionList } from './actor-deletions/deletions.store.ts'
export { attemptList } from './attempts/attempts.store.ts'
export { feedList } from './calendar-feeds/feeds.store.ts'
export { CALENDAR_PATH } from './calendar-feeds/feeds.ts'
export { readCalendar } from './calendar-feeds/reading.ts'
export { templateList } from './certificate-templates/certificate-templates.store.ts'
export { certificateList } from './certificates/certificates.store.ts'
export { invitedBy, SEATS_PATH, type Invited } from './cohorts/invite-links.ts'
export { sendInvite } from './cohorts/inviting.ts'
export { askForSeat, findOffer, takeSeat } from './cohorts/taking.ts'
export { categoryList } from './categories/categories.store.ts'
export { forwarderList } from './record-forwarders/forwarders.store.ts'
export { FORWARDER_PASSWORDS, passwordPlace } from './record-forwarders/passwords.ts'
export { courseList } from './courses/courses.store.ts'
export { enrollmentList } from './enrollments/enrollments.store.ts'
export { sessionOfToken, sessionToken } from './cmi5/session-tokens.ts'
export { useDocuments } from './cmi5/documents.ts'
export { sendStatements, takeToken } from './cmi5/sending.ts'
export { commitOf, type Commit } from './launches/commits.rules.ts'
export {
  LAUNCH_PATH,
  launchOfToken,
  PLAY_PATH,
  PLAYED_WITHIN_MS,
  playOfToken,
  playToken,
  type NamedLaunch,
} from './launches/launch-tokens.ts'
export { keepCommit, openItem, type OpenedItem, type PlayFault } from './launches/playing.ts'
export { findPlay, findPlayedFile, type ShownPlay } from './launches/showing.ts'
export type { PackageItem } from './scorm/manifest/package-manifest.ts'
export { sessionList } from './live/sessions.store.ts'
export {
  badgeOf,
  findCertified,
  issuerDocument,
  revocationList,
  verdictOf,
  type Verdict,
  type Verifying,
} from './verification/verification.ts'
export { insertFiles } from './scorm-packages/package-files.store.ts'
export { packKeyOf } from './scorm-packages/packs.rules.ts'
export { unpack, type Unpacked } from './scorm/packages/unpacking.ts'
export { packageList } from './scorm-packages/scorm-packages.store.ts'
export {
  listOwnCourses,
  listShownCourses,
  type ListedCourse,
  type OwnCourse,
} from './web/catalogue.store.ts'
export {
  findShownCourse,
  type ShownActivity,
  type ShownCourse,
  type ShownEnrollment,
  type ShownLesson,
  type ShownModule,
  type ShownStep,
} from './web/courses.store.ts'
export { WITH_QUESTIONS } from './questions/questions.ts'
export type { ShownAttempt } from './web/quizzes.store.ts'
export { listMeetings, type ShownMeeting } from './web/meetings.store.ts'
export { findShownQuiz, type ShownQuiz } from './web/quizzes.ts'
export { isReleased } from './progress/progress.rules.ts'
export { courseAudience } from './web/settings.ts'
export { documentKey } from './xapi/documents/documents.ts'
export { defaultVersion, versionIn } from './xapi/version.rules.ts'

const { listCalendarFeeds, createCalendarFeed, revokeCalendarFeed } = feeds
const { listCertificates, getCertificate, revokeCertificate, regenerateCertificate } = certificates
const { listEnrollments, createEnrollment, getEnrollment } = enrollments
const { cancelEnrollment, completeEnrollment } = enrollments

const handlers = {
  ...activities,
  ...deletions,
  ...forwarders,
  ...attempts,
  ...attendance,
  ...{ listCalendarFeeds, createCalendarFeed, revokeCalendarFeed },
  ...cohorts,
  grantCohort,
  ...sessions,
  ...papers,
  ...{ gradeAttempt, returnAttempt, saveAttemptAnswers, startAttempt, submitAttempt },
  ...templates,
  ...{ listCertificates, getCertificate, revokeCertificate, regenerateCertificate },
  ...{ downloadCertificate, getCertificateCredential },
  ...categories,
  ...courses,
  ...{ getCoursePrerequisites, setCoursePrerequisites },
  ...{ listEnrollments, createEnrollment, getEnrollment, cancelEnrollment, completeEnrollment },
  enrollMembers,
  launchActivity,
  ...lessons,
  ...modules,
  ...progress,
  ...{ listQuestions, createQuestion, updateQuestion, deleteQuestion },
  ...packages,
  ...{ ...resources, ...documents, ...statements },
} satisfies Handlers<'learn'>

export const learn = surface('learn', {
  handlers,
  lists: [
    ...[attemptList, categoryList, certificateList, courseList, deletionList, enrollmentList],
    ...[feedList, forwarderList, packageList, sessionList, templateList],
  ],
  tasks: [
    ...[deletingActor, extending, forwardingRecords, importing, purgePackage, regauging],
    ...[sendInvite, tidyCertificate],
  ],
  purges: [failedPackagePurge, invitesPurge, launchPurge],
  storage: { folders: [CERTIFICATES, PACKS], awaits: isPackageWaiting },
  settings: [courseAudience, defaultVersion, reminderDays, reviews, timeZone],
  sealed: [forwarderPasswords, signingKeys],
  every: [
    { minutes: 1, chore: attemptSubmission },
    { minutes: 1, chore: enrollmentExpiry },
  ],
  moderatorScopes: ['learn:read', 'learn:write'],
})
