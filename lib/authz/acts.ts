import type { Role } from './roles';

/**
 * Who may do what in a course: the one written table. Doors name roles; `acts.test.ts` holds every one of them to this, and the
 * doors matrix asks the running site as each actor. An admin has no row: administering the site gives nothing inside a course.
 */
export const ACTS = {
  'read lessons': ['student', 'assistant', 'instructor'],
  'take quizzes': ['student'],
  'preview quizzes': ['assistant', 'instructor'],
  'preview the course': ['assistant', 'instructor'],
  /** A preview makes a student of whoever is in it, so everybody may end one. */
  'end a preview': ['student', 'assistant', 'instructor'],
  'write posts': ['student', 'assistant', 'instructor'],
  'hide posts': ['assistant', 'instructor'],
  'pin and lock threads': ['assistant', 'instructor'],
  announce: ['instructor'],
  'read all scores': ['assistant', 'instructor'],
  'export scores': ['assistant', 'instructor'],
  'change quiz settings': ['instructor'],
  'grant extensions': ['instructor'],
  'manage people': ['instructor'],
} as const satisfies Record<string, readonly Role[]>;

export type Act = keyof typeof ACTS;

/** The roles that may do it. */
export const rolesFor = (act: Act): readonly Role[] => ACTS[act];
