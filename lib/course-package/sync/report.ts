/** What a sync found and wrote. */
export interface SyncReport {
  readonly courseId: string;
  /** False where the course stood there already, word for word. */
  readonly changed: boolean;
  /** What the course now holds. */
  readonly has: {
    readonly lessons: number;
    readonly passages: number;
    readonly questions: number;
    readonly quizzes: number;
  };
  /** What was written. */
  readonly wrote: Tally;
}

export interface Tally {
  /** Rows of the course itself: its head, reference, parts, orders and addresses. */
  head: number;
  lessonVersions: number;
  questionVersions: number;
  quizVersions: number;
  hidden: number;
  shownAgain: number;
  passagesRemoved: number;
  anchorsMoved: number;
  anchorsLost: number;
}

export const emptyTally = (): Tally => ({
  head: 0,
  lessonVersions: 0,
  questionVersions: 0,
  quizVersions: 0,
  hidden: 0,
  shownAgain: 0,
  passagesRemoved: 0,
  anchorsMoved: 0,
  anchorsLost: 0,
});

const NAMES: Readonly<Record<keyof Tally, string>> = {
  head: 'changes to the course',
  lessonVersions: 'new lesson versions',
  questionVersions: 'new question versions',
  quizVersions: 'new quiz versions',
  hidden: 'hidden',
  shownAgain: 'shown again',
  passagesRemoved: 'passages removed',
  anchorsMoved: 'threads and citations moved along',
  anchorsLost: 'threads and citations that lost their place',
};

/** "10 lessons, 52 questions, 11 quizzes" and what changed, in words. */
export function reportLine({ has, changed, wrote }: SyncReport): string {
  const holds = `${has.lessons} lessons, ${has.passages} passages, ${has.questions} questions, ${has.quizzes} quizzes`;
  if (!changed) return `${holds}; nothing has changed`;
  const parts = (Object.keys(NAMES) as (keyof Tally)[]).filter((key) => wrote[key] > 0);
  return `${holds}; ${parts.map((key) => `${wrote[key]} ${NAMES[key]}`).join(', ')}`;
}
