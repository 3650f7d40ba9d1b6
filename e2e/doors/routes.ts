import { type Audience, everybody, may, mayOwn, signedIn } from './actors';
import type { Door } from './pages';

export interface RouteDoor extends Door {
  readonly method: 'GET' | 'POST';
  /** What a POST is sent as; all others are refused. */
  readonly takes: 'application/json' | 'application/x-www-form-urlencoded';
}

const row = (method: RouteDoor['method'], address: string, audience: Audience, path: Door['path']): RouteDoor => ({
  method,
  address,
  takes: 'application/json',
  audience,
  path,
});
const form = (address: string): RouteDoor => ({
  ...row('POST', address, everybody, () => address),
  takes: 'application/x-www-form-urlencoded',
});

const AFTER = 'after=2026-01-01T00:00:00Z';
const API = '/api/v1/courses/[course]';
const inCourse = (method: RouteDoor['method'], address: string, audience: Audience, rest: Door['path']): RouteDoor =>
  row(method, `${API}${address}`, audience, (world) => `/api/v1/courses/${world.course}${rest(world)}`);

/**
 * Every route handler, once for each method. A POST is asked with a body that no schema takes, which is looked at before it is
 * asked whose thing it is; `lib/doors/inputs.test.ts` asks that.
 */
export const ROUTES: readonly RouteDoor[] = [
  row('GET', '/api/health', everybody, () => '/api/health'),
  row('GET', '/api/health/ready', everybody, () => '/api/health/ready'),
  row('GET', '/api/auth/[...nextauth]', everybody, () => '/api/auth/session'),
  row('GET', '/api/live/[...topic]', signedIn, () => '/api/live/inbox'),
  form('/api/v1/theme'),
  form('/api/v1/sign-out'),
  row('GET', '/api/v1/inbox/news', signedIn, () => `/api/v1/inbox/news?${AFTER}`),
  row(
    'GET',
    '/courses/[course]/teach/scores.csv',
    may('export scores'),
    ({ course }) => `/courses/${course}/teach/scores.csv`,
  ),
  inCourse('POST', '/lessons/[lesson]/progress', may('read lessons'), ({ lesson }) => `/lessons/${lesson}/progress`),
  {
    ...inCourse('POST', '/lessons/[lesson]/read', may('read lessons'), ({ lesson }) => `/lessons/${lesson}/read`),
    takes: 'application/x-www-form-urlencoded',
  },
  inCourse(
    'POST',
    '/quizzes/[quiz]/attempts',
    may('take quizzes', 'preview quizzes'),
    ({ quiz }) => `/quizzes/${quiz}/attempts`,
  ),
  inCourse(
    'GET',
    '/attempts/[attempt]',
    mayOwn('take quizzes', 'preview quizzes'),
    (w) => `/attempts/${w.openAttempt}`,
  ),
  inCourse(
    'POST',
    '/attempts/[attempt]/responses',
    may('take quizzes', 'preview quizzes'),
    ({ openAttempt }) => `/attempts/${openAttempt}/responses`,
  ),
  inCourse(
    'POST',
    '/attempts/[attempt]/submit',
    may('take quizzes', 'preview quizzes'),
    ({ openAttempt }) => `/attempts/${openAttempt}/submit`,
  ),
  inCourse('GET', '/threads/news', may('write posts'), () => `/threads/news?${AFTER}`),
  inCourse('GET', '/threads/[thread]/news', may('write posts'), ({ thread }) => `/threads/${thread}/news?${AFTER}`),
];
