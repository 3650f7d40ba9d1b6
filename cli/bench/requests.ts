import { encode } from 'next-auth/jwt';
import type { Name } from './budgets';
import type { BenchRequest } from './load/errand';
import type { LaidAttempt } from './school/attempts';
import type { School } from './school/lay-school';
import { COURSE, emailOf, lessonSlug, PASSWORD, SHAPE } from './school/shape';
import { longThreadId } from './school/threads';

const HOME = `/courses/${COURSE.slug}`;
const API = `/api/v1${HOME}`;
/** How many students take turns. */
const CLASS = 200;

interface Asked {
  readonly requests: readonly BenchRequest[];
  /** Each is spent by its answer. */
  readonly once: boolean;
}

/** What is asked for each measure, by students who take turns, and what every answer must hold. */
export async function makeRequests(school: School, url: string, secret: string): Promise<Record<Name, Asked>> {
  const cookie = async (personId: string): Promise<string> =>
    `lectern.session=${await encode({ token: { personId, sessionVersion: 1 }, secret, maxAge: 7_200 })}`;
  const cookies = await Promise.all(school.people.students.map(({ personId }) => cookie(personId)));
  const instructor = await cookie(school.people.instructor.personId);
  const of = (student: number): string => cookies[student] ?? '';
  const get = (path: string, cookie: string, ...markers: string[]): BenchRequest => ({
    method: 'GET',
    path,
    headers: { cookie },
    status: 200,
    markers,
  });
  const post = (path: string, cookie: string, body: string, ...markers: string[]): BenchRequest => ({
    method: 'POST',
    path,
    headers: { cookie, origin: url, 'content-type': 'application/json' },
    body,
    status: 200,
    markers,
  });
  const everybody = (ask: (student: number) => BenchRequest): Asked => ({
    requests: Array.from({ length: CLASS }, (_, student) => ask(student)),
    once: false,
  });
  const save = ({ attemptId, student, items }: LaidAttempt): BenchRequest => {
    const item = items[student % items.length];
    const { id = '', next = null, eventId = null } = item ?? {};
    const body = {
      itemId: id,
      kind: 'response',
      clientId: '{{run}}',
      clientSeq: '{{n}}',
      baseSeq: '{{seen}}',
    };
    const text = JSON.stringify({ ...body, payload: next }).replace('"{{n}}"', '{{n}}');
    const seen = String(eventId ?? 0);
    return { ...post(`${API}/attempts/${attemptId}/responses`, of(student), text, 'savedAt'), seen };
  };
  const open = school.toAnswer.slice(0, CLASS);
  return {
    lesson: everybody((student) => get(`${HOME}/lessons/${lessonSlug(1)}`, of(student), 'class="passage"', 'Measured')),
    quiz: {
      requests: open.map(({ attemptId, student }) => get(`${HOME}/attempts/${attemptId}`, of(student), 'Question 1')),
      once: false,
    },
    save: { requests: open.map(save), once: false },
    submit: {
      requests: school.toSubmit.map(({ attemptId, student }) =>
        post(`${API}/attempts/${attemptId}/submit`, of(student), '{}', 'receipt'),
      ),
      once: true,
    },
    review: {
      requests: school.graded
        .slice(0, CLASS)
        .map(({ attemptId, student }) => get(`${HOME}/attempts/${attemptId}/review`, of(student), 'question-20')),
      once: false,
    },
    thread: everybody((student) => get(`${HOME}/threads/${longThreadId}`, of(student), '<article')),
    scores: {
      requests: [get(`${HOME}/teach/scores`, instructor, `aria-rowindex="${SHAPE.students + 1}"`)],
      once: false,
    },
    home: everybody((student) => get('/', of(student), COURSE.title)),
    'sign-in': await signIns(url),
  };
}

/** Right passwords, by next-auth's own address: one of its tokens serves them all. */
async function signIns(url: string): Promise<Asked> {
  const answer = await fetch(`${url}/api/auth/csrf`);
  const { csrfToken } = (await answer.json()) as { csrfToken: string };
  const cookie = answer.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
  const requests = Array.from(
    { length: SHAPE.withPassword },
    (_, student): BenchRequest => ({
      method: 'POST',
      path: '/api/auth/callback/password',
      headers: { cookie, origin: url, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ csrfToken, email: emailOf(student), password: PASSWORD, json: 'true' }).toString(),
      status: 200,
      markers: [],
      setsCookie: 'lectern.session=',
    }),
  );
  return { requests, once: false };
}
