import type { Things, TwoCourses } from './two-courses';

export type Input = Readonly<Record<string, unknown>>;

/** One door that takes input: who may use it, what a form or script sends, and what they could try instead. */
export interface InputRow {
  readonly as: keyof TwoCourses['people'] | null;
  /** What passes the door's schema. For a route, the names in its address are of it. */
  readonly input: (here: Things, world: TwoCourses) => Input;
  /** Fields of what is not theirs or not of this course: for each, all is as if it did not exist. */
  readonly strange?: (there: Things, here: Things) => readonly Input[];
  /** Fields of what they may see and may not touch. */
  readonly refused?: (here: Things) => readonly Input[];
  /** A route that takes a plain form, and no JSON. */
  readonly form?: true;
  /** Takes several ids, and passes over those that are not theirs. */
  readonly passesOver?: true;
  /** Fields that take anything and fall back to what is safe, or whose own command looks at them. */
  readonly loose?: readonly string[];
}

export const NO_SUCH_ID = '00000000-0000-4000-8000-000000000000';
const ONCE = '11111111-1111-4111-8111-111111111111';
const SECRET = 'x'.repeat(43);
const PASSWORD = 'lantern pebble cloud';
const nothing = () => ({});

const API = 'app/api/v1/courses/[course]';
const COURSE = 'app/courses/[course]/(main)';
const ADMIN = 'app/(site)/admin/actions.ts';
const PEOPLE = `${COURSE}/teach/people/actions.ts`;
const QUIZ = `${COURSE}/teach/quizzes/[quiz]/actions.ts`;
const THREADS = `${COURSE}/threads/actions.ts`;
const AFTER = '2026-01-01T00:00:00Z';

const bensPost = {
  input: ({ bensPost: post }: Things) => ({ post }),
  strange: ({ bensPost: post }: Things) => [{ post }, { post: NO_SUCH_ID }],
};
const person = {
  as: 'admin',
  input: (_: Things, { people }: TwoCourses) => ({ person: people.ben }),
  strange: () => [{ person: NO_SUCH_ID }],
} as const;
const enrolment = {
  as: 'teacher',
  input: ({ bensEnrolment }: Things) => ({ enrolment: bensEnrolment }),
  strange: ({ bensEnrolment }: Things) => [{ enrolment: bensEnrolment }, { enrolment: NO_SUCH_ID }],
} as const;

/** Every door with input. A door without a row fails the tests, and so does a row without its door. */
export const INPUTS: Readonly<Record<string, InputRow>> = {
  'app/api/v1/theme/route.ts#POST': { as: null, form: true, input: () => ({ theme: 'dark' }) },
  'app/api/v1/sign-out/route.ts#POST': { as: null, form: true, input: nothing },
  'app/(site)/sign-in/actions.ts#signIn': {
    as: null,
    input: () => ({ email: 'ann@example.test', password: PASSWORD, next: '/' }),
  },
  'app/(site)/sign-in/actions.ts#enterDemo': { as: null, input: () => ({ role: 'student', next: '/' }) },
  'app/(site)/sign-up/actions.ts#signUp': {
    as: null,
    input: () => ({ email: 'new@example.test', displayName: 'New', password: PASSWORD, timeZone: 'UTC', next: '/' }),
    loose: ['timeZone'],
  },
  'app/(site)/account/actions.ts#changeProfile': {
    as: 'ann',
    input: () => ({ displayName: 'Anna', timeZone: 'Asia/Seoul' }),
  },
  'app/(site)/account/actions.ts#changePassword': {
    as: 'ann',
    input: () => ({ current: PASSWORD, password: `${PASSWORD} new` }),
  },
  'app/(site)/account/actions.ts#signOutEverywhere': { as: 'ann', input: nothing },
  'app/(site)/join/[code]/actions.ts#joinCourse': { as: 'ann', input: () => ({ code: 'none-such' }) },
  'app/(site)/reset/[token]/actions.ts#resetPassword': {
    as: null,
    input: () => ({ secret: SECRET, password: PASSWORD }),
  },
  'app/(site)/first-admin/[token]/actions.ts#makeFirstAdmin': {
    as: null,
    input: () => ({
      secret: SECRET,
      email: 'first@example.test',
      displayName: 'First',
      password: PASSWORD,
      timeZone: 'UTC',
    }),
    loose: ['timeZone'],
  },
  [`${ADMIN}#suspendPerson`]: {
    ...person,
    input: (here, world) => ({ ...person.input(here, world), reason: 'Shared it' }),
  },
  [`${ADMIN}#liftSuspension`]: person,
  [`${ADMIN}#issueResetLink`]: person,
  [`${ADMIN}#assignInstructor`]: {
    as: 'admin',
    input: ({ courseId }) => ({ course: courseId, email: 'ada@example.test' }),
    strange: () => [{ course: NO_SUCH_ID }, { email: 'nobody@example.test' }],
  },
  [`${ADMIN}#loadCourse`]: {
    as: 'admin',
    input: () => ({ folder: 'none-such' }),
    strange: () => [{ folder: 'nowhere' }],
  },
  'app/(site)/inbox/actions.ts#markNotifications': {
    as: 'ann',
    input: ({ notice }) => ({ ids: [notice], read: 'yes' }),
    strange: (_, { bensNotice }) => [{ ids: [bensNotice] }, { ids: [NO_SUCH_ID] }],
    passesOver: true,
  },
  'app/(site)/inbox/actions.ts#markAllNotifications': { as: 'ann', input: nothing },
  'app/api/v1/inbox/news/route.ts#GET': { as: 'ann', input: () => ({ after: AFTER }) },

  'app/courses/[course]/actions.ts#startPreview': { as: 'teacher', input: () => ({ at: '/threads' }) },
  'app/courses/[course]/actions.ts#endPreview': { as: 'ann', input: () => ({ at: '/threads' }) },

  [`${API}/lessons/[lesson]/read/route.ts#POST`]: {
    as: 'ann',
    form: true,
    input: ({ lesson }) => ({ lesson }),
    strange: ({ lesson }) => [{ lesson }, { lesson: 'none-such' }],
  },
  [`${API}/lessons/[lesson]/progress/route.ts#POST`]: {
    as: 'ann',
    input: ({ lesson, passage }) => ({ lesson, passages: [passage] }),
    strange: ({ lesson, passage }) => [{ lesson }, { lesson: 'none-such' }, { passages: [passage] }],
  },
  [`${COURSE}/quizzes/[quiz]/actions.ts#beginAttempt`]: {
    as: 'ann',
    input: ({ quiz }) => ({ quiz }),
    strange: ({ quiz }) => [{ quiz }, { quiz: 'none-such' }],
  },
  [`${API}/quizzes/[quiz]/attempts/route.ts#POST`]: {
    as: 'ann',
    input: ({ quiz }) => ({ quiz }),
    strange: ({ quiz }) => [{ quiz }, { quiz: 'none-such' }],
  },
  [`${API}/attempts/[attempt]/route.ts#GET`]: {
    as: 'ann',
    input: ({ attempt }) => ({ attempt }),
    strange: (there, { bensAttempt }) => [
      { attempt: there.attempt },
      { attempt: bensAttempt },
      { attempt: NO_SUCH_ID },
    ],
  },
  [`${API}/attempts/[attempt]/submit/route.ts#POST`]: {
    as: 'ann',
    input: ({ attempt }) => ({ attempt }),
    strange: (there, { bensAttempt }) => [
      { attempt: there.attempt },
      { attempt: bensAttempt },
      { attempt: NO_SUCH_ID },
    ],
  },
  [`${API}/attempts/[attempt]/responses/route.ts#POST`]: {
    as: 'ann',
    input: ({ attempt, item }) => ({
      attempt,
      itemId: item,
      kind: 'response',
      clientId: ONCE,
      clientSeq: 1,
      baseSeq: '0',
      payload: null,
    }),
    strange: (there, here) => [
      { attempt: there.attempt, itemId: there.item },
      { attempt: here.bensAttempt, itemId: here.bensItem },
      { attempt: NO_SUCH_ID },
      { itemId: there.item },
      { itemId: here.bensItem },
      { itemId: NO_SUCH_ID },
    ],
    loose: ['payload'],
  },

  [`${QUIZ}#changeQuizSettings`]: {
    as: 'teacher',
    input: ({ quiz }) => ({
      quiz,
      opensAt: AFTER,
      closesAt: '2027-01-01T00:00:00Z',
      rules: { attemptsAllowed: 3 },
    }),
    strange: ({ quiz }) => [{ quiz }, { quiz: 'none-such' }],
  },
  [`${QUIZ}#grantExtension`]: {
    as: 'teacher',
    input: ({ quiz, annsEnrolment }) => ({
      quiz,
      enrolmentId: annsEnrolment,
      opensAt: AFTER,
      closesAt: '2027-01-01T00:00:00Z',
      extraSeconds: 60,
      factor: 1,
      extraAttempts: 1,
      reason: 'Ill',
    }),
    strange: ({ quiz, annsEnrolment }) => [
      { quiz },
      { quiz: 'none-such' },
      { enrolmentId: annsEnrolment },
      { enrolmentId: NO_SUCH_ID },
    ],
  },
  [`${PEOPLE}#invite`]: { as: 'teacher', input: () => ({ role: 'student' }) },
  [`${PEOPLE}#setJoining`]: { as: 'teacher', input: () => ({ joining: 'closed' }) },
  [`${PEOPLE}#changeRole`]: {
    ...enrolment,
    input: ({ bensEnrolment }) => ({ enrolment: bensEnrolment, role: 'assistant' }),
  },
  [`${PEOPLE}#removeFromCourse`]: enrolment,
  [`${PEOPLE}#bringBack`]: enrolment,
  [`${PEOPLE}#issueResetLink`]: enrolment,
  'app/courses/[course]/teach/scores.csv/route.ts#GET': {
    as: 'teacher',
    input: () => ({ q: 'a', state: 'any', quiz: '', sort: 'name', dir: 'up' }),
    loose: ['q', 'state', 'quiz', 'sort', 'dir'],
  },

  [`${THREADS}#createThread`]: {
    as: 'ann',
    input: ({ lesson, passage }) => ({
      kind: 'question',
      title: 'A title',
      markdown: 'Words.',
      lesson,
      passage,
      quote: '',
      once: ONCE,
    }),
    strange: ({ lesson, passage }) => [
      { passage },
      { passage: 'p-nonesuch' },
      { lesson, passage: '' },
      { lesson: 'none-such', passage: '' },
    ],
  },
  [`${THREADS}#createAnnouncement`]: {
    as: 'teacher',
    input: () => ({ title: 'A title', markdown: 'Words.', once: ONCE }),
  },
  [`${THREADS}#createPost`]: {
    as: 'ann',
    input: ({ thread, bensPost: parent }) => ({ thread, parent, markdown: 'Words.', once: ONCE }),
    strange: (there, here) => [
      { thread: there.thread },
      { thread: NO_SUCH_ID },
      { parent: there.bensPost },
      { parent: here.bensOpening },
      { parent: NO_SUCH_ID },
    ],
  },
  [`${THREADS}#editPost`]: {
    as: 'ann',
    input: ({ post }) => ({ post, markdown: 'Other words.', version: 1 }),
    strange: ({ post }) => [{ post }, { post: NO_SUCH_ID }],
    refused: ({ bensPost: post }) => [{ post }],
  },
  [`${THREADS}#deletePost`]: {
    as: 'ann',
    input: ({ post }) => ({ post }),
    strange: ({ post }) => [{ post }, { post: NO_SUCH_ID }],
    refused: ({ bensPost: post }) => [{ post }],
  },
  [`${THREADS}#hidePost`]: {
    ...bensPost,
    as: 'teacher',
    input: (here) => ({ ...bensPost.input(here), reason: 'Rude' }),
  },
  [`${THREADS}#showPost`]: { ...bensPost, as: 'teacher' },
  [`${THREADS}#acceptPost`]: {
    as: 'ann',
    input: ({ thread, bensPost: post }) => ({ thread, post }),
    strange: (there, here) => [
      { thread: there.thread, post: there.bensPost },
      { thread: NO_SUCH_ID },
      { post: there.bensPost },
      { post: here.bensOpening },
      { post: NO_SUCH_ID },
    ],
    refused: ({ bensThread: thread }) => [{ thread, post: '' }],
  },
  [`${THREADS}#arrangeThread`]: {
    as: 'teacher',
    input: ({ thread }) => ({ thread, change: 'pin' }),
    strange: ({ thread }) => [{ thread }, { thread: NO_SUCH_ID }],
  },
  [`${THREADS}#markThreadRead`]: {
    as: 'ann',
    input: ({ thread }) => ({ thread, upTo: AFTER }),
    strange: ({ thread }) => [{ thread }, { thread: NO_SUCH_ID }],
  },
  [`${THREADS}#markAllThreadsRead`]: { as: 'ann', input: nothing },
  [`${THREADS}#previewPost`]: { as: 'ann', input: () => ({ markdown: 'Words.' }) },
  [`${API}/threads/news/route.ts#GET`]: { as: 'ann', input: () => ({ after: AFTER }) },
  [`${API}/threads/[thread]/news/route.ts#GET`]: {
    as: 'ann',
    input: ({ thread }) => ({ thread, after: AFTER }),
    strange: ({ thread }) => [{ thread }, { thread: NO_SUCH_ID }],
  },
};
