import { type Audience, admin, everybody, may, mayOwn, signedIn, visitors } from './actors';
import type { World } from './world';

/** One address and who may open it. */
export interface Door {
  readonly address: string;
  readonly audience: Audience;
  /** A path of this address that exists, and belongs to the student where it belongs to anybody. */
  readonly path: (world: World) => string;
}

const door = (address: string, audience: Audience, path: Door['path'] = () => address): Door => ({
  address,
  audience,
  path,
});
const inCourse = (address: string, audience: Audience, rest: (world: World) => string): Door =>
  door(`/courses/[course]${address}`, audience, (world) => `/courses/${world.course}${rest(world)}`);

/** Every page. A page without a row here fails the matrix. */
export const PAGES: readonly Door[] = [
  door('/', everybody),
  door('/help', everybody),
  door('/sign-in', visitors),
  door('/sign-up', visitors),
  door('/join', everybody),
  door('/join/[code]', everybody, ({ joinCode }) => `/join/${joinCode}`),
  // Whoever has the link may open it; looking does not use it up.
  door('/reset/[token]', everybody, ({ resetSecret }) => `/reset/${resetSecret}`),
  door('/first-admin/[token]', everybody, ({ firstAdminSecret }) => `/first-admin/${firstAdminSecret}`),
  door('/account', signedIn),
  door('/inbox', signedIn),
  door('/admin', admin),
  door('/admin/courses', admin),
  door('/admin/audit', admin),
  inCourse('', may('read lessons'), () => ''),
  inCourse('/lessons/[lesson]', may('read lessons'), ({ lesson }) => `/lessons/${lesson}`),
  inCourse('/reference', may('read lessons'), () => '/reference'),
  inCourse('/quizzes', may('take quizzes', 'preview quizzes'), () => '/quizzes'),
  inCourse('/quizzes/[quiz]', may('take quizzes', 'preview quizzes'), ({ quiz }) => `/quizzes/${quiz}`),
  inCourse(
    '/attempts/[attempt]',
    mayOwn('take quizzes', 'preview quizzes'),
    ({ openAttempt }) => `/attempts/${openAttempt}`,
  ),
  inCourse(
    '/attempts/[attempt]/review',
    mayOwn('take quizzes', 'preview quizzes'),
    ({ endedAttempt }) => `/attempts/${endedAttempt}/review`,
  ),
  inCourse('/grades', may('take quizzes'), () => '/grades'),
  inCourse('/threads', may('write posts'), () => '/threads'),
  inCourse('/threads/new', may('write posts'), ({ lesson }) => `/threads/new?lesson=${lesson}`),
  inCourse('/threads/[thread]', may('write posts'), ({ thread }) => `/threads/${thread}`),
  inCourse(
    '/threads/[thread]/posts/[post]',
    may('write posts'),
    ({ thread, post }) => `/threads/${thread}/posts/${post}`,
  ),
  inCourse('/teach/scores', may('read all scores'), () => '/teach/scores'),
  inCourse('/teach/students/[enrolment]', may('read all scores'), ({ enrolment }) => `/teach/students/${enrolment}`),
  inCourse(
    '/teach/attempts/[attempt]',
    may('read all scores'),
    ({ endedAttempt }) => `/teach/attempts/${endedAttempt}`,
  ),
  inCourse('/teach/quizzes', may('read all scores'), () => '/teach/quizzes'),
  inCourse(
    '/teach/quizzes/[quiz]',
    may('change quiz settings', 'grant extensions'),
    ({ quiz }) => `/teach/quizzes/${quiz}`,
  ),
  inCourse('/teach/quizzes/[quiz]/summary', may('read all scores'), ({ quiz }) => `/teach/quizzes/${quiz}/summary`),
  inCourse('/teach/people', may('manage people'), () => '/teach/people'),
];
