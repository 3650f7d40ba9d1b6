import type { Example } from '../shapes';
import type { MultipleResponseContent, MultipleResponseResponse } from './index';

export const examples: readonly Example<MultipleResponseContent, MultipleResponseResponse>[] = [
  {
    name: 'three right of five',
    stem: 'Which of these scripts are alphabets, with letters for single sounds?',
    explanation:
      'Greek, Hangul and Cyrillic have a letter for each sound; kana stand for syllables, Chinese characters mostly for words.',
    content: {
      options: [
        { id: 'a', text: 'Greek', feedback: 'It was the first with letters for vowels too.' },
        {
          id: 'b',
          text: 'Hangul (:ko[한글])',
          feedback: 'Its letters are grouped in blocks, one for a syllable, but each stands for a sound.',
        },
        { id: 'c', text: 'Cyrillic', feedback: 'It grew out of the Greek alphabet.' },
        { id: 'd', text: '*Kana*', feedback: 'A kana stands for a syllable, such as ka or no.' },
        { id: 'e', text: 'Chinese characters', feedback: 'A character stands for a word or a part of one.' },
      ],
      key: ['a', 'b', 'c'],
    },
    responses: [
      { does: 'chooses the right ones', response: { choices: ['a', 'b', 'c'] }, earns: 1 },
      { does: 'misses one', response: { choices: ['a', 'b'] }, earns: 2 / 3 },
      { does: 'adds a wrong one', response: { choices: ['a', 'b', 'c', 'd'] }, earns: 2 / 3 },
      { does: 'chooses one right, one wrong', response: { choices: ['a', 'd'] }, earns: 0 },
      { does: 'chooses all', response: { choices: ['a', 'b', 'c', 'd', 'e'] }, earns: 1 / 3 },
      { does: 'chooses only wrong ones', response: { choices: ['d', 'e'] }, earns: 0 },
      { does: 'unticks everything', response: { choices: [] }, earns: 0 },
      { does: 'chooses nothing', response: null, earns: 0 },
      { does: 'names one twice', response: { choices: ['a', 'a'] }, earns: 'incomplete' },
    ],
  },
  {
    name: 'one right of three, in the order written',
    stem: 'Which of these are read from right to left?',
    explanation: 'Hebrew is. Greek and Cyrillic run from left to right.',
    content: {
      options: [
        { id: 'a', text: 'Cyrillic', feedback: 'It runs from left to right.' },
        { id: 'b', text: 'Greek', feedback: 'Only the oldest inscriptions ran both ways.' },
        { id: 'c', text: 'Hebrew', feedback: 'As does Arabic.' },
      ],
      key: ['c'],
      fixed: true,
    },
    responses: [
      { does: 'chooses the right one', response: { choices: ['c'] }, earns: 1 },
      { does: 'adds a wrong one', response: { choices: ['a', 'c'] }, earns: 0 },
    ],
  },
];
