import { createContext, useContext } from 'react';

const WORDS = {
  own: { answer: 'Your answer', order: 'Your order', chose: 'You chose' },
  student: { answer: 'Student’s answer', order: 'Student’s order', chose: 'The student chose' },
} as const;

export type Whose = keyof typeof WORDS;

/** Who reads a review: the student who answered, or staff reading a student's. */
export const WhoseContext = createContext<Whose>('own');

/** What the answer is called for who reads it. */
export const useWhose = () => WORDS[useContext(WhoseContext)];
