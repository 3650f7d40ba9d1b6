/**
 * The floors of the house, lowest first. A file may import from its own room and from rooms on lower floors; never
 * sideways, never up. `**` rooms are matched by their path's beginning.
 */
export const FLOORS: readonly (readonly string[])[] = [
  ['lib/kernel'],
  ['lib/authz', 'lib/audit', 'lib/live'],
  ['lib/question-types', 'lib/passages', 'lib/notifications', 'lib/people'],
  ['lib/lessons', 'lib/progress', 'lib/quizzes', 'lib/grading'],
  ['lib/attempts', 'lib/threads'],
  ['lib/course-package', 'lib/gradebook', 'lib/item-analysis', 'lib/interchange', 'lib/search'],
  ['lib/doors', 'components'],
  ['app', 'cli', 'instrumentation.ts', 'proxy.ts'],
];

/** What tests and tools live by: they may import anything, and nothing but tests imports them. */
export const OUTSIDE: readonly string[] = ['lib/testing', 'e2e', 'prisma'];

/** Furniture may use of a room only what cannot reach a database: shapes, decisions, the views of question types. */
export const FURNITURE_MAY =
  /^lib\/[^/]+\/(?:schema|rules)$|^lib\/question-types\/|^lib\/kernel\/result$|^lib\/authz\/(?:roles|acts)$/;

/** The room a file belongs to, or null for files at the top (configuration). */
export function roomOf(file: string): { room: string; floor: number } | null {
  for (const [floor, rooms] of FLOORS.entries()) {
    const room = rooms.find((each) => file === each || file.startsWith(`${each}/`));
    if (room) return { room, floor };
  }
  return null;
}

export const isOutside = (file: string): boolean =>
  OUTSIDE.some((each) => file.startsWith(`${each}/`)) || /\.test\.tsx?$/.test(file);
