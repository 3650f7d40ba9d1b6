import { describe, expect, it } from 'vitest';
import { chiSquared, countPlaces } from '../chi-squared';
import { checkAuthored } from '../registry';
import { alreadyDrawn } from '../shapes';
import { choice } from './index';

const written = {
  options: [
    { id: 'a', text: 'Right', feedback: 'Yes.' },
    { id: 'b', text: 'Wrong', feedback: 'That is *wrong*.' },
    { id: 'c', text: 'Also wrong', feedback: 'Nor is this.' },
    { id: 'd', text: 'Wrong too', feedback: 'Nor this.' },
  ],
  key: 'a',
};
const problemsOf = (value: unknown) => {
  const result = checkAuthored('choice', value);
  return result.ok ? [] : result.problems.map(({ path, message }) => `${path.join('.')}: ${message}`);
};

describe('a student’s paper', () => {
  const papers = Array.from({ length: 2_000 }, (_, i) => choice.draw(written, `seed ${i}`));

  it('T-LEAK-2: has the right option in every place equally often, under every letter', () => {
    const places = papers.map((paper) => paper.options.findIndex(({ origin }) => origin === 'a'));
    expect(chiSquared(countPlaces(4, places))).toBeLessThan(16.3); // 3 degrees of freedom, p = 0.001
    expect(papers.map(({ key }) => 'abcd'.indexOf(key))).toEqual(places);
  });

  it('is lettered from the top, whatever ids the instructor chose', () => {
    const paper = choice.draw(
      { ...written, options: written.options.map((o) => ({ ...o, id: `${o.id}-long` })), key: 'a-long' },
      's',
    );
    expect(choice.toPublic(paper).options.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd']);
    expect(paper.options.find(({ id }) => id === paper.key)?.origin).toBe('a-long');
  });

  it('keeps the order the instructor wrote, where it is fixed', () => {
    const paper = choice.draw({ ...written, fixed: true }, 'any');
    expect(paper.options.map(({ origin }) => origin)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('looks the same whichever option is the key', () => {
    const other = choice.draw({ ...written, key: 'c' }, 'seed 1');
    expect(choice.toPublic(other)).toEqual(choice.toPublic(choice.draw(written, 'seed 1')));
  });

  it('keeps its order when the instructor corrects the key, so that a regrade scores the same paper', () => {
    const [before, after] = [choice.draw(written, 's'), choice.draw({ ...written, key: 'b' }, 's')];
    expect(after.options).toEqual(before.options);
  });
});

describe('a review', () => {
  it('tells a student who chose wrongly why, and nothing of the other options', () => {
    const rendered = {
      ...written,
      options: written.options.map((o) => ({ ...o, feedbackHtml: `<p>${o.feedback}</p>` })),
    };
    const review = choice.feedback(alreadyDrawn(rendered), { choice: 'b' }, { revealKey: false });
    expect(review).toEqual({
      type: 'choice',
      verdict: 'not-correct',
      options: [
        { id: 'a', text: 'Right', chosen: false },
        {
          id: 'b',
          text: 'Wrong',
          chosen: true,
          verdict: 'not-correct',
          feedback: { text: 'That is wrong.', html: '<p>That is *wrong*.</p>' },
        },
        { id: 'c', text: 'Also wrong', chosen: false },
        { id: 'd', text: 'Wrong too', chosen: false },
      ],
    });
  });

  it('names the right letter once it may', () => {
    expect(choice.feedback(alreadyDrawn(written), null, { revealKey: true }).key).toEqual({ option: 'a' });
  });

  it('has no place for the key before: reading one does not compile to anything but undefined', () => {
    const key: undefined = choice.feedback(alreadyDrawn(written), null, { revealKey: false }).key;
    expect(key).toBeUndefined();
  });
});

describe('an instructor who writes a question', () => {
  it('is told of each mistake where it stands and what to write instead', () => {
    const [a, b] = written.options;
    expect(problemsOf({ ...written, key: 'e' })).toEqual(['key: The key is e, but the options are a, b, c, d.']);
    expect(problemsOf({ options: [a], key: 'a' })).toEqual(['options: Write at least two options.']);
    expect(problemsOf({ options: [a, { id: 'b', text: 'Wrong' }], key: 'a' })).toEqual([
      'options.1.feedback: Option b is not the key: write feedback that names the misreading it comes from.',
    ]);
    expect(problemsOf({ options: [a, { ...b, id: 'a' }], key: 'a' })).toContain(
      'options.1.id: The id a is used twice. Give each its own.',
    );
    expect(problemsOf({ options: [a, { ...b, text: ' Right\u00a0' }], key: 'a' })).toEqual([
      'options.1.text: This says the same as a. Students could not tell them apart.',
    ]);
    expect(problemsOf({ options: [a, { ...a, id: 'b', text: 1965 }], key: 'a' })).toEqual([
      'options.1.text: 1965 is not read as text: write it in quotation marks.',
    ]);
    expect(problemsOf({ options: written.options.slice(0, 1).concat([{ id: 'b' } as never]), key: 'a' })).toEqual([
      'options.1.text: Write the text of the option.',
    ]);
  });

  it('cannot bring HTML past the sanitiser', () => {
    const options = [
      { id: 'a', text: 'x', html: '<script>' },
      { id: 'b', text: 'y', feedback: 'z' },
    ];
    expect(problemsOf({ options, key: 'a' })).toEqual(['options.0.html: Leave out html: Lectern writes it.']);
    const rendered = choice.renderText({ options, key: 'a' }, (text) => text);
    expect(rendered.options[0]?.html).toBe('x');
  });
});
