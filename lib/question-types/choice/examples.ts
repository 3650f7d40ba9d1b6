import type { Example } from '../shapes';
import type { ChoiceContent, ChoiceResponse } from './index';

export const examples: readonly Example<ChoiceContent, ChoiceResponse>[] = [
  {
    name: 'four options, shuffled',
    stem: 'What is a *codex*?',
    explanation: 'A codex is made of leaves bound at one side: the form that most books have had for 1,700 years.',
    content: {
      options: [
        { id: 'a', text: 'A book of leaves bound at **one side**' },
        {
          id: 'b',
          text: 'A sheet rolled around a rod',
          feedback: 'That is a *roll*, the form which the codex replaced.',
        },
        { id: 'c', text: 'A tablet of clay', feedback: 'Clay came first, but a tablet has no leaves to turn.' },
        { id: 'd', text: 'A list of a library’s books', feedback: 'That is a catalogue.' },
      ],
      key: 'a',
    },
    responses: [
      { does: 'chooses the key', response: { choice: 'a' }, earns: 1 },
      { does: 'chooses a distractor', response: { choice: 'b' }, earns: 0 },
      { does: 'chooses nothing', response: null, earns: 0 },
      { does: 'names an option that is not there', response: { choice: 'z' }, earns: 'incomplete' },
    ],
  },
  {
    name: 'numbers, in the order written',
    stem: 'How many letters has the Greek alphabet?',
    explanation: 'From alpha to omega there are 24.',
    content: {
      options: [
        { id: 'a', text: '22', feedback: 'The Hebrew alphabet has 22.' },
        { id: 'b', text: '24', feedback: 'From alpha to omega.' },
        { id: 'c', text: '26', feedback: 'The English alphabet has 26.' },
      ],
      key: 'b',
      fixed: true,
    },
    responses: [
      { does: 'chooses the key', response: { choice: 'b' }, earns: 1 },
      { does: 'chooses a distractor', response: { choice: 'c' }, earns: 0 },
    ],
  },
];
