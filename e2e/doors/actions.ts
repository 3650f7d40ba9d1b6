import { type Audience, admin, course, everybody, members, signedIn, staff } from './actors';

export interface ActionDoor {
  readonly audience: Audience;
  /** Whether its first argument is the course. */
  readonly inCourse: boolean;
}

const anywhere = (audience: Audience): ActionDoor => ({ audience, inCourse: false });
const inCourse = (audience: Audience): ActionDoor => ({ audience, inCourse: true });
const QUIZ_SETTINGS = 'app/courses/[course]/(main)/teach/quizzes/[quiz]/actions.ts';
const PEOPLE = 'app/courses/[course]/(main)/teach/people/actions.ts';
const THREADS = 'app/courses/[course]/(main)/threads/actions.ts';

/** Every server action. An action without a row here fails the matrix. */
export const ACTIONS: Readonly<Record<string, ActionDoor>> = {
  'app/actions.ts#chooseTheme': anywhere(everybody),
  'app/actions.ts#signOut': anywhere(everybody),
  'app/(site)/sign-in/actions.ts#signIn': anywhere(everybody),
  'app/(site)/sign-in/actions.ts#enterDemo': anywhere(everybody),
  'app/(site)/sign-up/actions.ts#signUp': anywhere(everybody),
  'app/(site)/account/actions.ts#changeProfile': anywhere(signedIn),
  'app/(site)/account/actions.ts#changePassword': anywhere(signedIn),
  'app/(site)/account/actions.ts#signOutEverywhere': anywhere(signedIn),
  'app/(site)/join/[code]/actions.ts#joinCourse': anywhere(signedIn),
  'app/(site)/reset/[token]/actions.ts#resetPassword': anywhere(everybody),
  'app/(site)/first-admin/[token]/actions.ts#makeFirstAdmin': anywhere(everybody),
  'app/(site)/admin/actions.ts#suspendPerson': anywhere(admin),
  'app/(site)/admin/actions.ts#liftSuspension': anywhere(admin),
  'app/(site)/admin/actions.ts#issueResetLink': anywhere(admin),
  'app/(site)/admin/actions.ts#assignInstructor': anywhere(admin),
  'app/(site)/admin/actions.ts#loadCourse': anywhere(admin),
  'app/(site)/inbox/actions.ts#markNotifications': anywhere(signedIn),
  'app/(site)/inbox/actions.ts#markAllNotifications': anywhere(signedIn),
  'app/courses/[course]/(main)/lessons/[lesson]/actions.ts#markLessonRead': inCourse(members),
  'app/courses/[course]/(main)/quizzes/[quiz]/actions.ts#beginAttempt': inCourse(members),
  [`${QUIZ_SETTINGS}#changeQuizSettings`]: inCourse(course('instructor')),
  [`${QUIZ_SETTINGS}#grantExtension`]: inCourse(course('instructor')),
  [`${PEOPLE}#invite`]: inCourse(course('instructor')),
  [`${PEOPLE}#setJoining`]: inCourse(course('instructor')),
  [`${PEOPLE}#changeRole`]: inCourse(course('instructor')),
  [`${PEOPLE}#removeFromCourse`]: inCourse(course('instructor')),
  [`${PEOPLE}#bringBack`]: inCourse(course('instructor')),
  [`${PEOPLE}#issueResetLink`]: inCourse(course('instructor')),
  [`${THREADS}#createThread`]: inCourse(members),
  [`${THREADS}#createAnnouncement`]: inCourse(course('instructor')),
  [`${THREADS}#createPost`]: inCourse(members),
  [`${THREADS}#editPost`]: inCourse(members),
  [`${THREADS}#deletePost`]: inCourse(members),
  [`${THREADS}#hidePost`]: inCourse(staff),
  [`${THREADS}#showPost`]: inCourse(staff),
  [`${THREADS}#acceptPost`]: inCourse(members),
  [`${THREADS}#arrangeThread`]: inCourse(staff),
  [`${THREADS}#markThreadRead`]: inCourse(members),
  [`${THREADS}#markAllThreadsRead`]: inCourse(members),
  [`${THREADS}#previewPost`]: inCourse(members),
};
