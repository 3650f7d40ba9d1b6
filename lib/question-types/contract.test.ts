import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnyContent } from './any-type';
import {
  anyResponse,
  byId,
  inLettersOf,
  isOpen,
  plantCanaries,
  reversedKeys,
  stringsOf,
  withoutIds,
} from './contract-helpers';
import { finalFraction } from './outcome';
import { isTypeName, parseContent, questionType, questionTypes, typeNames } from './registry';
import { alreadyDrawn } from './shapes';

/** What every question type promises, held over each of its examples. A new type is covered the day it is registered. */

const seeds = Array.from({ length: 40 }, (_, i) => `seed ${i}`);
const cases = typeNames.flatMap((name) => {
  const type = questionType(name);
  return type.examples.map((example) => ({
    title: `${name}: ${example.name}`,
    type,
    example,
    content: example.content,
  }));
});

describe.each(cases)('$title', ({ type, example, content }) => {
  const drawn = (seed: string) => type.draw(content, seed);
  const papers = seeds.map(drawn);

  it('keeps its content through the schema and through storage as JSON', () => {
    expect(parseContent(type.name, content)).toEqual(content);
    expect(parseContent(type.name, JSON.parse(JSON.stringify(content)))).toEqual(content);
  });

  it('draws a paper that the same schema accepts, also when it is drawn again', () => {
    for (const paper of papers) {
      expect(parseContent(type.name, paper)).toEqual(paper);
      expect(reversedKeys(withoutIds(type.draw(paper, 'again')))).toBe(reversedKeys(withoutIds(paper)));
    }
  });

  it('draws the same paper from the same seed', () => {
    for (const seed of seeds) expect(type.draw(content, seed)).toEqual(type.draw(structuredClone(content), seed));
  });

  it.each(example.responses)('earns $earns for a student who $does', ({ response, earns }) => {
    const outcome = type.score(alreadyDrawn(content), response);
    if (earns === 'incomplete') expect(outcome.kind).toBe('incomplete');
    else expect(finalFraction(outcome)).toBeCloseTo(earns, 12);
  });

  it('scores a response alike, however the paper was drawn', () => {
    for (const { response } of example.responses) {
      const written = type.score(alreadyDrawn(content), response);
      for (const paper of papers) expect(type.score(paper, inLettersOf(paper, response))).toEqual(written);
    }
  });

  it('scores a response alike, whatever the Unicode form and the order of JSON keys', () => {
    for (const { response } of example.responses) {
      const written = finalFraction(type.score(alreadyDrawn(content), response));
      for (const form of ['NFC', 'NFD'] as const) {
        const other = JSON.parse(reversedKeys(response).normalize(form));
        expect(finalFraction(type.score(alreadyDrawn(content), other))).toBe(written);
      }
      const reordered = JSON.parse(reversedKeys(content)) as AnyContent;
      expect(finalFraction(type.score(alreadyDrawn(reordered), response))).toBe(written);
    }
  });

  it('says of no response that it is not answered, and has nothing to summarise or to classify', () => {
    for (const paper of papers) {
      expect(type.score(paper, null)).toEqual({ kind: 'scored', fraction: 0, verdict: 'not-answered' });
      expect(type.feedback(paper, null, { revealKey: false }).verdict).toBe('not-answered');
      expect(type.summarise(paper, null)).toBe('');
      expect(type.classify(paper, null)).toEqual([]);
    }
  });

  it('gives all points to the first of its sample responses, and finds all of them saveable and worth a line', () => {
    for (const paper of papers) {
      const samples = type.sampleResponses(paper);
      expect(samples.map((response) => type.checkResponse(paper, response).ok)).not.toContain(false);
      expect(type.score(paper, samples[0])).toMatchObject({ fraction: 1, verdict: 'correct' });
      for (const response of samples) expect(type.summarise(paper, response)).toMatch(/^\S.*\S$|^\S$/);
    }
  });

  it('classifies by the author’s ids, so that counts add up over all papers', () => {
    for (const { response } of example.responses) {
      const written = reversedKeys(type.classify(alreadyDrawn(content), response).sort(byId));
      for (const paper of papers) {
        expect(reversedKeys(type.classify(paper, inLettersOf(paper, response)).sort(byId))).toBe(written);
      }
    }
  });

  it('expects of a guess no more than half the points', () => {
    expect(type.guessFraction(content)).toBeGreaterThanOrEqual(0);
    expect(type.guessFraction(content)).toBeLessThanOrEqual(0.5);
  });

  it('never throws, whatever is sent as a response, and scores it between 0 and 1', () => {
    fc.assert(
      fc.property(fc.constantFrom(...papers), anyResponse(type.sampleResponses(drawn('s'))), (paper, response) => {
        const fraction = finalFraction(type.score(paper, response)) ?? 0;
        expect(fraction >= 0 && fraction <= 1).toBe(true);
        expect(typeof type.summarise(paper, response)).toBe('string');
        expect(Array.isArray(type.classify(paper, response))).toBe(true);
        expect(type.feedback(paper, response, { revealKey: true }).type).toBe(type.name);
        const checked = type.checkResponse(paper, response);
        if (checked.ok)
          expect(type.checkResponse(paper, JSON.parse(JSON.stringify(checked.response)))).toEqual(checked);
      }),
      { numRuns: 300 },
    );
  });

  it('shows a student nothing but what is open', () => {
    const { planted, words } = plantCanaries(type, drawn('canary'));
    const open = words.filter(({ path }) => isOpen(path, type.openPaths)).map(({ word }) => word);
    const shown = (value: unknown) =>
      words.map(({ word }) => word).filter((word) => JSON.stringify(value).includes(word));
    expect(shown(planted)).toEqual(words.map(({ word }) => word));
    expect(open).toEqual(expect.arrayContaining(shown(type.toPublic(planted))));
    expect(open).toEqual(expect.arrayContaining(shown(type.feedback(planted, null, { revealKey: false }))));
  });

  it('tells in a review without the key only the feedback on what was chosen', () => {
    const { planted, words } = plantCanaries(type, drawn('canary'), { numbers: false });
    for (const response of type.sampleResponses(planted)) {
      const review = JSON.stringify(type.feedback(planted, response, { revealKey: false }));
      const sent = JSON.stringify(response);
      const told = words.filter(
        ({ path, word }) => review.includes(word) && !sent.includes(word) && !isOpen(path, type.openPaths),
      );
      const feedback = told.filter(({ path }) => /\.feedback(Html)?$/.test(path));
      expect(told).toEqual(feedback);
      const owners = [...new Set(feedback.map(({ owner }) => owner))];
      const named = owners.filter(({ id }) => id !== undefined);
      expect(named.every(({ id }) => sent.includes(`"${id}"`))).toBe(true);
      expect(owners.length - named.length).toBeLessThanOrEqual(1);
      expect(type.feedback(planted, response, { revealKey: false })).not.toHaveProperty('key');
      expect(type.feedback(planted, response, { revealKey: true })).toHaveProperty('key');
    }
  });

  it('puts HTML beside every text, from the renderer alone', () => {
    const rendered = type.renderText(content, (markdown) => `<i>${markdown}</i>`);
    const texts = stringsOf(content).filter(({ path }) => /\.(feedback|text)$/.test(path));
    const html = stringsOf(rendered).filter(({ path }) => /(^|\.)(html|feedbackHtml)$/.test(path));
    for (const { path, value } of html)
      expect(
        texts.map((text) => `<i>${text.value}</i>`),
        path,
      ).toContain(value);
    expect(parseContent(type.name, rendered)).toEqual(rendered);
    expect(type.renderText(rendered, () => 'new')).toEqual(type.renderText(content, () => 'new'));
  });
});

describe('the registry', () => {
  it('names every type as the type names itself', () => {
    for (const [name, type] of Object.entries(questionTypes)) expect(type.name).toBe(name);
  });

  it.each(['essay', '', 'constructor', '__proto__'])('says of “%s” that it is no type, and which there are', (name) => {
    expect(isTypeName(name)).toBe(false);
    expect(() => questionType(name)).toThrow(`Unknown question type “${name}”. Known: choice, multiple-response,`);
  });
});
