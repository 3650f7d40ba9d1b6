import { expect, it } from 'vitest';
import { keptMarkup } from './kept-markup';

it('what says nothing but one text is written once for it, and once for each name', () => {
  const [text, another] = [{ title: 'A & B' }, { title: 'C' }];
  let written = 0;
  const title = (of: typeof text, course: string) =>
    keptMarkup(of, course, () => {
      written++;
      return (
        <h2>
          {of.title} in {course}
        </h2>
      );
    });
  expect([title(text, 'one'), title(text, 'one')]).toEqual(['<h2>A &amp; B in one</h2>', '<h2>A &amp; B in one</h2>']);
  expect([title(text, 'two'), title(another, 'one')]).toEqual(['<h2>A &amp; B in two</h2>', '<h2>C in one</h2>']);
  expect(written).toBe(3);
});
