import { type Audience, admin, everybody, may, signedIn } from './actors';

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
  'app/courses/[course]/actions.ts#startPreview': inCourse(may('preview the course')),
  'app/courses/[course]/actions.ts#endPreview': inCourse(may('end a preview')),
  'app/courses/[course]/(main)/quizzes/[quiz]/actions.ts#beginAttempt': inCourse(
    may('take quizzes', 'preview quizzes'),
  ),
  [`${QUIZ_SETTINGS}#changeQuizSettings`]: inCourse(may('change quiz settings')),
  [`${QUIZ_SETTINGS}#grantExtension`]: inCourse(may('grant extensions')),
  [`${PEOPLE}#invite`]: inCourse(may('manage people')),
  [`${PEOPLE}#setJoining`]: inCourse(may('manage people')),
  [`${PEOPLE}#changeRole`]: inCourse(may('manage people')),
  [`${PEOPLE}#removeFromCourse`]: inCourse(may('manage people')),
  [`${PEOPLE}#bringBack`]: inCourse(may('manage people')),
  [`${PEOPLE}#issueResetLink`]: inCourse(may('manage people')),
  [`${THREADS}#createThread`]: inCourse(may('write posts')),
  [`${THREADS}#createAnnouncement`]: inCourse(may('announce')),
  [`${THREADS}#createPost`]: inCourse(may('write posts')),
  [`${THREADS}#editPost`]: inCourse(may('write posts')),
  [`${THREADS}#deletePost`]: inCourse(may('write posts')),
  [`${THREADS}#hidePost`]: inCourse(may('hide posts')),
  [`${THREADS}#showPost`]: inCourse(may('hide posts')),
  [`${THREADS}#acceptPost`]: inCourse(may('write posts')),
  [`${THREADS}#arrangeThread`]: inCourse(may('pin and lock threads')),
  [`${THREADS}#markThreadRead`]: inCourse(may('write posts')),
  [`${THREADS}#markAllThreadsRead`]: inCourse(may('write posts')),
  [`${THREADS}#previewPost`]: inCourse(may('write posts')),
};
