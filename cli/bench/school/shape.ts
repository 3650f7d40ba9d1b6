/** How large the generated school is. The budgets of the bench are for these numbers. */
export const SHAPE = {
  students: 1_000,
  /** Students with a password of their own. */
  withPassword: 100,
  quizzes: 10,
  itemsPerQuiz: 20,
  /** One lesson a quiz, its check. */
  passagesPerLesson: 24,
  wordsPerPassage: 65,
  threads: 40,
  postsOfLongThread: 200,
  /** Quizzes with a second attempt still open in each student's name, every item answered: what the bench submits. */
  openToSubmit: 2,
  /** Quizzes with a second attempt still open, half answered: what the bench shows and saves to. */
  openToAnswer: 1,
} as const;

export const COURSE = { slug: 'bench', title: 'A measured course' } as const;
export const PASSWORD = 'four unrelated words to measure';

export const lessonSlug = (n: number): string => `lesson-${n}`;
export const quizSlug = (n: number): string => `check-${n}`;
export const emailOf = (student: number): string => `student.${student}@bench.test`;
