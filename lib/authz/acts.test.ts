import { describe, expect, it } from 'vitest';
import { readSource, sourceFiles } from '@/lib/testing/imports';
import { type Act, rolesFor } from './acts';
import { EVERYBODY, ROLES, STAFF } from './roles';

/** What each door of a course is for. A door without a row fails, and so does a row without its door. */
const DOORS: Readonly<Record<string, readonly Act[]>> = {
  'layout.tsx': ['read lessons'],
  'actions.ts#startPreview': ['preview the course'],
  'actions.ts#endPreview': ['end a preview'],
  '(main)/layout.tsx': ['read lessons'],
  '(main)/page.tsx': ['read lessons'],
  '(main)/reference/page.tsx': ['read lessons'],
  '(main)/lessons/[lesson]/page.tsx': ['read lessons'],
  'api: lessons/[lesson]/read/route.ts#POST': ['read lessons'],
  'api: lessons/[lesson]/progress/route.ts#POST': ['read lessons'],

  '(main)/quizzes/page.tsx': ['take quizzes', 'preview quizzes'],
  '(main)/quizzes/[quiz]/page.tsx': ['take quizzes', 'preview quizzes'],
  '(main)/quizzes/[quiz]/actions.ts#beginAttempt': ['take quizzes', 'preview quizzes'],
  '(player)/attempts/[attempt]/page.tsx': ['take quizzes', 'preview quizzes'],
  '(main)/attempts/[attempt]/review/page.tsx': ['take quizzes', 'preview quizzes'],
  'api: quizzes/[quiz]/attempts/route.ts#POST': ['take quizzes', 'preview quizzes'],
  'api: attempts/[attempt]/route.ts#GET': ['take quizzes', 'preview quizzes'],
  'api: attempts/[attempt]/responses/route.ts#POST': ['take quizzes', 'preview quizzes'],
  'api: attempts/[attempt]/submit/route.ts#POST': ['take quizzes', 'preview quizzes'],
  '(main)/grades/page.tsx': ['take quizzes'],

  '(main)/threads/page.tsx': ['write posts'],
  '(main)/threads/new/page.tsx': ['write posts'],
  '(main)/threads/[thread]/page.tsx': ['write posts'],
  '(main)/threads/[thread]/posts/[post]/page.tsx': ['write posts'],
  'api: threads/news/route.ts#GET': ['write posts'],
  'api: threads/[thread]/news/route.ts#GET': ['write posts'],
  '(main)/threads/actions.ts#createThread': ['write posts'],
  '(main)/threads/actions.ts#createPost': ['write posts'],
  '(main)/threads/actions.ts#editPost': ['write posts'],
  '(main)/threads/actions.ts#deletePost': ['write posts'],
  '(main)/threads/actions.ts#acceptPost': ['write posts'],
  '(main)/threads/actions.ts#markThreadRead': ['write posts'],
  '(main)/threads/actions.ts#markAllThreadsRead': ['write posts'],
  '(main)/threads/actions.ts#previewPost': ['write posts'],
  '(main)/threads/actions.ts#createAnnouncement': ['announce'],
  '(main)/threads/actions.ts#hidePost': ['hide posts'],
  '(main)/threads/actions.ts#showPost': ['hide posts'],
  '(main)/threads/actions.ts#arrangeThread': ['pin and lock threads'],

  '(main)/teach/scores/page.tsx': ['read all scores'],
  '(main)/teach/students/[enrolment]/page.tsx': ['read all scores'],
  '(main)/teach/attempts/[attempt]/page.tsx': ['read all scores'],
  '(main)/teach/quizzes/page.tsx': ['read all scores'],
  '(main)/teach/quizzes/[quiz]/summary/page.tsx': ['read all scores'],
  'teach/scores.csv/route.ts#GET': ['export scores'],
  '(main)/teach/quizzes/[quiz]/page.tsx': ['change quiz settings', 'grant extensions'],
  '(main)/teach/quizzes/[quiz]/actions.ts#changeQuizSettings': ['change quiz settings'],
  '(main)/teach/quizzes/[quiz]/actions.ts#grantExtension': ['grant extensions'],
  '(main)/teach/people/page.tsx': ['manage people'],
  '(main)/teach/people/actions.ts#invite': ['manage people'],
  '(main)/teach/people/actions.ts#setJoining': ['manage people'],
  '(main)/teach/people/actions.ts#changeRole': ['manage people'],
  '(main)/teach/people/actions.ts#removeFromCourse': ['manage people'],
  '(main)/teach/people/actions.ts#bringBack': ['manage people'],
  '(main)/teach/people/actions.ts#issueResetLink': ['manage people'],
};

const DOOR =
  /(?:export const (\w+) = course(?:Action|Route|Form|Read)\(|requireEnrolment\([^;]*?,\s*)(EVERYBODY|STAFF|\[[^\]]*\])/g;
const named = (roles: string): readonly string[] =>
  roles === 'EVERYBODY'
    ? EVERYBODY
    : roles === 'STAFF'
      ? STAFF
      : [...roles.matchAll(/'(\w+)'/g)].map(([, r]) => r ?? '');
const inOrder = (roles: readonly string[]): string[] => ROLES.filter((role) => roles.includes(role));

/** The doors of a file and the roles each lets in. */
function doorsIn(file: string, text: string): { door: string; roles: string[] }[] {
  const short = file.replace('app/courses/[course]/', '').replace('app/api/v1/courses/[course]/', 'api: ');
  return [...text.matchAll(DOOR)].map(([, name, roles = '']) => ({
    door: name ? `${short}#${name}` : short,
    roles: inOrder(named(roles)),
  }));
}

describe('who may do what in a course', () => {
  const files = sourceFiles().filter((file) => file.startsWith('app/'));
  const doors = files.flatMap((file) => doorsIn(file, readSource(file).text));

  it('is written in one table, and every door lets in exactly whom the table names', () => {
    const written = doors.map(({ door }) => {
      const acts = DOORS[door] ?? [];
      return { door, roles: inOrder(acts.flatMap(rolesFor)) };
    });
    expect(doors).toEqual(written);
  });

  it('has no row without its door', () => {
    expect(Object.keys(DOORS).filter((row) => !doors.some(({ door }) => door === row))).toEqual([]);
  });

  it('misses no door: each one that a file opens is read', () => {
    for (const file of files) {
      const { text } = readSource(file);
      const opened = text.match(/\b(?:course(?:Action|Route|Form|Read)|requireEnrolment)\(/g)?.length ?? 0;
      expect(doorsIn(file, text), file).toHaveLength(opened);
    }
  });
});
