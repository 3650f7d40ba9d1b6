const WORDS = {
  own: { answer: 'Your answer', order: 'Your order', chose: 'You chose' },
  student: { answer: 'Student’s answer', order: 'Student’s order', chose: 'The student chose' },
} as const;

/** Who reads a review: the student who answered, or staff reading a student's. */
export type Whose = keyof typeof WORDS;

/** What the answer is called for who reads it. */
export type WhoseWords = (typeof WORDS)[Whose];

export const whoseWords = (whose: Whose): WhoseWords => WORDS[whose];
