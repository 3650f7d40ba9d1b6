import type { Example } from '../shapes';
import type { ShortTextContent } from './content';
import type { ShortTextResponse } from './index';

export const examples: readonly Example<ShortTextContent, ShortTextResponse>[] = [
  {
    name: 'a term with its variants',
    stem: 'What material, made of the stems of a Nile plant, were Egyptian rolls written on?',
    explanation: 'Papyrus, from the plant of the same name.',
    content: {
      accept: [
        { text: 'papyrus' },
        { text: 'papyrus shee?*' },
        { text: 'reed*', fraction: 0.5, feedback: 'Which reed? Its name is the material’s too.' },
      ],
      misreadings: [{ text: 'parchment', feedback: 'Parchment is made of *skin*.' }],
    },
    responses: [
      { does: 'knows the term', response: { text: 'papyrus' }, earns: 1 },
      { does: 'writes it in capitals with spaces around', response: { text: '  PAPYRUS ' }, earns: 1 },
      { does: 'writes a variant', response: { text: 'Papyrus  sheets' }, earns: 1 },
      { does: 'is half right', response: { text: 'reeds' }, earns: 0.5 },
      { does: 'falls for the misreading', response: { text: 'Parchment' }, earns: 0 },
      { does: 'is wrong', response: { text: 'paper' }, earns: 0 },
      { does: 'types only an invisible space', response: { text: '\u200b' }, earns: 0 },
      { does: 'writes nothing', response: null, earns: 0 },
    ],
  },
  {
    name: 'a word in another script',
    stem: 'Write the name of the Korean script, in that script.',
    explanation: ':ko[한글], Hangul.',
    content: {
      accept: [{ text: '한글' }, { text: 'Han?eul', fraction: 0.5, feedback: 'That is the name, in Latin letters.' }],
      misreadings: [{ text: '한국어', feedback: 'That is the name of the language.' }],
    },
    responses: [
      { does: 'composes its syllables', response: { text: '한글'.normalize('NFC') }, earns: 1 },
      { does: 'has a keyboard that splits them', response: { text: '한글'.normalize('NFD') }, earns: 1 },
      { does: 'spells it in Latin letters', response: { text: 'hangeul' }, earns: 0.5 },
      { does: 'names the language', response: { text: '한국어' }, earns: 0 },
    ],
  },
  {
    name: 'where case matters',
    stem: 'What is the symbol of the unit megawatt?',
    explanation: 'MW. With a small m it is the milliwatt, a thousand million times less.',
    content: {
      accept: [{ text: 'MW' }],
      case: 'match',
      misreadings: [{ text: 'mW', feedback: 'A small m is *milli*, a thousandth.' }],
    },
    responses: [
      { does: 'minds the case', response: { text: 'MW' }, earns: 1 },
      { does: 'does not mind it', response: { text: 'mW' }, earns: 0 },
    ],
  },
];
