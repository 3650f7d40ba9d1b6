/**
 * The floors of the house, lowest first: the one table. A file may import from its own room and from rooms on lower floors;
 * never sideways, never up. A new room begins with its line here: a file in none fails the floors test.
 */
export const FLOORS: readonly (readonly string[])[] = [
  ['lib/kernel'],
  ['lib/authz', 'lib/audit', 'lib/live'],
  ['lib/question-types', 'lib/passages', 'lib/notifications', 'lib/people'],
  ['lib/lessons', 'lib/progress', 'lib/quizzes', 'lib/grading'],
  ['lib/attempts', 'lib/threads'],
  ['lib/course-package', 'lib/gradebook', 'lib/item-analysis', 'lib/interchange', 'lib/search'],
  ['lib/doors', 'components'],
  ['app', 'cli', 'instrumentation.ts', 'instrumentation-client.ts'],
];

/** The tools' own settings at the root; they may import what they set up. */
export const CONFIGURATION = /^[\w.-]+\.config\.(?:ts|js|mjs)$/;

/** What tests and tools live by: they may import anything, and nothing but tests imports them. */
export const OUTSIDE: readonly string[] = ['lib/testing', 'e2e', 'prisma'];

/** Furniture may use of a room only what cannot reach a database: shapes, decisions, the views of question types. */
export const FURNITURE_MAY =
  /^lib\/[^/]+\/(?:schema|rules)$|^lib\/question-types\/|^lib\/kernel\/(?:result|text|zoned)$|^lib\/authz\/(?:roles|acts)$/;

/** The room a file belongs to, or null for what belongs to none. */
export function roomOf(file: string): { room: string; floor: number } | null {
  for (const [floor, rooms] of FLOORS.entries()) {
    const room = rooms.find((each) => file === each || file.startsWith(`${each}/`));
    if (room) return { room, floor };
  }
  return null;
}

export const isOutside = (file: string): boolean =>
  OUTSIDE.some((each) => file.startsWith(`${each}/`)) || /\.test\.tsx?$/.test(file) || CONFIGURATION.test(file);
