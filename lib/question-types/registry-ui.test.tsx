import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { AnyPublic, AnyResponse } from './any-type';
import { filesFor } from './contract-helpers';
import { questionType, typeNames } from './registry';
import { keyToResponse, problemOf, QuestionAsk } from './registry-ui';

const cases = typeNames.flatMap((name) => {
  const type = questionType(name);
  return type.examples.map(({ name, content }) => ({
    title: `${type.name}: ${name}`,
    type,
    drawn: type.draw(content, 'seed'),
  }));
});
const overTheWire = <T,>(value: T): T => JSON.parse(JSON.stringify(value));
const ask = (question: AnyPublic, response: AnyResponse | null, disabled = false) =>
  renderToStaticMarkup(
    <QuestionAsk
      question={question}
      response={response}
      onChange={() => {}}
      idPrefix="q1"
      stemId="q1-stem"
      describedBy="q1-saved"
      disabled={disabled}
      saveHint={<span id="q1-saved">Saved 14:03:22</span>}
    />,
  );

describe.each(cases)('$title', ({ type, drawn }) => {
  const question = overTheWire(type.toPublic(drawn));
  const samples = type.sampleResponses(drawn);

  it('can be answered by someone who hears the page: fields named by the stem, described, and with ids of their own', () => {
    for (const response of [null, ...samples]) {
      const html = ask(question, response);
      expect(html).toMatch(/aria-labelledby="q1-stem( q1-label)?"/);
      expect(html).toMatch(/aria-describedby="[^"]*q1-saved/);
      expect(html).toContain('Saved 14:03:22');
      const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const [, attributes = '', inner = ''] of html.matchAll(
        /<(?:button|select)\b([^>]*)>(.*?)<\/(?:button|select)>/g,
      )) {
        expect(attributes.includes('aria-label="') || inner.replace(/<option.*|<[^>]*>/g, '') !== '').toBe(true);
      }
    }
  });

  it('cannot be changed once the time is up', () => {
    expect(ask(question, null, true)).toMatch(/<(fieldset|input)[^>]* disabled=""/);
  });
});

describe('a key press', () => {
  const question = (name: string) => {
    const type = questionType(name);
    return type.toPublic(type.draw(type.examples[0]?.content as never, 'seed'));
  };
  const press = (name: string, response: unknown, key: string) =>
    keyToResponse(question(name), response as AnyResponse | null, key);

  it('chooses an option by its number or letter', () => {
    expect(press('choice', null, '2')).toEqual({ choice: 'b' });
    expect(press('choice', { choice: 'b' }, 'D')).toEqual({ choice: 'd' });
  });

  it('ticks and unticks, and leaves nothing behind', () => {
    expect(press('multiple-response', { choices: ['c'] }, 'a')).toEqual({ choices: ['a', 'c'] });
    expect(press('multiple-response', { choices: ['a', 'c'] }, '3')).toEqual({ choices: ['a'] });
    expect(press('multiple-response', { choices: ['a'] }, '1')).toBeNull();
  });

  it.each(['9', 'f', 'Enter', 'ArrowDown', ' ', '0', ''])('that names no option is left to the player: %j', (key) => {
    for (const name of typeNames) expect(press(name, null, key)).toBeUndefined();
  });
});

describe('an answer that cannot be judged as it stands', () => {
  it('is told of for exactly the responses that score as incomplete', () => {
    let told = 0;
    for (const { type, drawn } of cases) {
      const typed = ['many', '1,500', '1.2.3', '1965', '1,5'].map((text) => ({ text }));
      for (const response of [...type.sampleResponses(drawn), ...(type.name === 'numeric' ? typed : [])]) {
        const problem = problemOf(type.toPublic(drawn), response as AnyResponse);
        const outcome = type.score(drawn, response);
        expect(problem).toBe(outcome.kind === 'incomplete' ? outcome.message : null);
        if (problem !== null) told++;
      }
      expect(problemOf(type.toPublic(drawn), null)).toBeNull();
    }
    expect(told).toBeGreaterThan(0);
  });
});

describe('the code that students download', () => {
  it('holds no schema, no scoring rules, no examples and no reviews', () => {
    const files = filesFor('registry-ui.tsx');
    expect(files).toEqual(
      expect.arrayContaining(['choice/ui.tsx', 'ordering/ask.tsx', 'ui/option-row.tsx', 'number.ts']),
    );
    expect(
      files.filter((path) =>
        /zod|review|(^|\/)(index|content|examples|registry|define|shapes|options|accepted|random)(\.ts)?$/.test(path),
      ),
    ).toEqual([]);
  });
});
