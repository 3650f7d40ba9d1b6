import { type Audience, admin, course, everybody, members, own, signedIn, staff, visitors } from './actors';
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
  door('/join', signedIn),
  door('/join/[code]', everybody, ({ joinCode }) => `/join/${joinCode}`),
  // A link's page says nothing about the link: it is looked at when the form is sent.
  door('/reset/[token]', everybody, () => `/reset/${'x'.repeat(43)}`),
  door('/first-admin/[token]', everybody, () => `/first-admin/${'x'.repeat(43)}`),
  door('/account', signedIn),
  door('/inbox', signedIn),
  door('/admin', admin),
  door('/admin/courses', admin),
  door('/admin/audit', admin),
  inCourse('', members, () => ''),
  inCourse('/lessons/[lesson]', members, ({ lesson }) => `/lessons/${lesson}`),
  inCourse('/reference', members, () => '/reference'),
  inCourse('/quizzes', members, () => '/quizzes'),
  inCourse('/quizzes/[quiz]', members, ({ quiz }) => `/quizzes/${quiz}`),
  inCourse(
    '/attempts/[attempt]',
    own('student', 'assistant', 'instructor'),
    ({ openAttempt }) => `/attempts/${openAttempt}`,
  ),
  inCourse(
    '/attempts/[attempt]/review',
    own('student', 'assistant', 'instructor'),
    ({ endedAttempt }) => `/attempts/${endedAttempt}/review`,
  ),
  inCourse('/grades', course('student'), () => '/grades'),
  inCourse('/threads', members, () => '/threads'),
  inCourse('/threads/new', members, ({ lesson }) => `/threads/new?lesson=${lesson}`),
  inCourse('/threads/[thread]', members, ({ thread }) => `/threads/${thread}`),
  inCourse('/threads/[thread]/posts/[post]', members, ({ thread, post }) => `/threads/${thread}/posts/${post}`),
  inCourse('/teach/scores', staff, () => '/teach/scores'),
  inCourse('/teach/students/[enrolment]', staff, ({ enrolment }) => `/teach/students/${enrolment}`),
  inCourse('/teach/attempts/[attempt]', staff, ({ endedAttempt }) => `/teach/attempts/${endedAttempt}`),
  inCourse('/teach/quizzes', staff, () => '/teach/quizzes'),
  inCourse('/teach/quizzes/[quiz]', course('instructor'), ({ quiz }) => `/teach/quizzes/${quiz}`),
  inCourse('/teach/quizzes/[quiz]/summary', staff, ({ quiz }) => `/teach/quizzes/${quiz}/summary`),
  inCourse('/teach/people', course('instructor'), () => '/teach/people'),
];
