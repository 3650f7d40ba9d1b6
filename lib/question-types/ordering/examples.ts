import type { Example } from '../shapes';
import type { OrderingContent } from './content';
import type { OrderingResponse } from './index';

export const examples: readonly Example<OrderingContent, OrderingResponse>[] = [
  {
    name: 'four entries in time',
    stem: 'Put these carriers of writing in the order in which they came into use.',
    explanation:
      'Clay in Mesopotamia, then papyrus rolls in Egypt, the codex in Roman times, printed books in the fifteenth century.',
    content: {
      fromTo: 'Earliest first',
      entries: [
        { id: 'a', text: 'Clay tablet' },
        { id: 'b', text: 'Papyrus *roll*', feedback: 'Rolls came after clay, and the codex replaced them.' },
        { id: 'c', text: 'Codex', feedback: 'Leaves bound at one side: the Romans had them, long before print.' },
        { id: 'd', text: 'Printed book', feedback: 'In Europe from the 1450s.' },
      ],
    },
    responses: [
      { does: 'knows the order', response: { order: ['a', 'b', 'c', 'd'] }, earns: 1 },
      { does: 'exchanges two neighbours', response: { order: ['b', 'a', 'c', 'd'] }, earns: 4 / 6 },
      { does: 'puts the first in third place', response: { order: ['b', 'c', 'a', 'd'] }, earns: 2 / 6 },
      { does: 'puts the first last', response: { order: ['b', 'c', 'd', 'a'] }, earns: 0 },
      { does: 'turns it round', response: { order: ['d', 'c', 'b', 'a'] }, earns: 0 },
      { does: 'leaves one out', response: { order: ['a', 'b', 'c'] }, earns: 'incomplete' },
      { does: 'moves nothing', response: null, earns: 0 },
    ],
  },
  {
    name: 'three entries by size',
    stem: 'Order these parts of a text.',
    explanation: 'Words make sentences, sentences make paragraphs.',
    content: {
      fromTo: 'Smallest first',
      entries: [
        { id: 'a', text: 'Word' },
        { id: 'b', text: 'Sentence' },
        { id: 'c', text: 'Paragraph' },
      ],
    },
    responses: [
      { does: 'knows the order', response: { order: ['a', 'b', 'c'] }, earns: 1 },
      { does: 'exchanges two neighbours', response: { order: ['a', 'c', 'b'] }, earns: 1 / 3 },
    ],
  },
];
