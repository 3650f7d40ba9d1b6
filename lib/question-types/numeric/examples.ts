import type { Example } from '../shapes';
import type { NumericContent } from './content';
import type { NumericResponse } from './index';

export const examples: readonly Example<NumericContent, NumericResponse>[] = [
  {
    name: 'a year, with part of the points for the decade',
    stem: 'In which year was Gutenberg’s Bible finished, as far as we know?',
    explanation: 'About 1455: a letter of March 1455 reports that finished sheets had been shown in Frankfurt.',
    content: {
      unit: 'year',
      accept: [
        { value: 1455, tolerance: 1 },
        { from: 1450, to: 1460, fraction: 0.5, feedback: 'The right decade.' },
      ],
      misreadings: [{ from: 1500, to: 1599, feedback: 'The *fifteenth* century is the 1400s.' }],
      example: '1900',
    },
    responses: [
      { does: 'knows the year', response: { text: '1455' }, earns: 1 },
      { does: 'is within the tolerance', response: { text: '1454' }, earns: 1 },
      { does: 'knows the decade', response: { text: '1459' }, earns: 0.5 },
      { does: 'writes the unit too', response: { text: '1 455 years' }, earns: 1 },
      { does: 'writes digits of full width', response: { text: '１４５５' }, earns: 1 },
      { does: 'falls for the misreading', response: { text: '1555' }, earns: 0 },
      { does: 'is wrong', response: { text: '1066' }, earns: 0 },
      { does: 'writes words', response: { text: 'about then' }, earns: 'incomplete' },
      { does: 'types only spaces', response: { text: '  ' }, earns: 0 },
      { does: 'writes nothing', response: null, earns: 0 },
    ],
  },
  {
    name: 'a ratio, with either decimal mark',
    stem: 'The long side of a sheet of A4 is how many times its short side?',
    explanation: 'The square root of 2, about 1.414: only so do two halves keep the shape of the whole.',
    content: {
      accept: [
        { value: 1.41, tolerance: 0.01 },
        { value: 1.4, fraction: 0.5, feedback: 'Near enough to cut paper; one digit more is known.' },
      ],
      misreadings: [
        { value: 2, feedback: 'Then half a sheet would be a square.' },
        { value: 0.71, tolerance: 0.01, feedback: 'That is the short side divided by the long one.' },
      ],
    },
    responses: [
      { does: 'uses a point', response: { text: '1.41' }, earns: 1 },
      { does: 'uses a comma', response: { text: '1,41' }, earns: 1 },
      { does: 'stands at the edge of the tolerance', response: { text: '1.42' }, earns: 1 },
      { does: 'rounds', response: { text: '1.4' }, earns: 1 },
      { does: 'turns the ratio round', response: { text: ',71' }, earns: 0 },
      { does: 'writes what can be read in two ways', response: { text: '1,414' }, earns: 'incomplete' },
    ],
  },
];
