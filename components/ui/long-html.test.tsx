import { AsyncLocalStorage } from 'node:async_hooks';
import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { LongHtml } from './long-html';
import { Static } from './static';

vi.mock('next/navigation', () => ({ useRouter: () => ({}) }));

const TEXT = '<p>Who was in the right?</p>';

// As cli/serve/page-html.mjs lays it for requests that are answered with a document, and for no others.
const store = new AsyncLocalStorage<string[]>();
Object.assign(globalThis, { [Symbol.for('lectern.page-html')]: store });
afterAll(() => Object.assign(globalThis, { [Symbol.for('lectern.page-html')]: undefined }));
const inDocument = <T,>(work: () => T): T => store.run([], work);

/** What React sends of an element to the browser, beside its markup. */
const sent = ({ props }: ReactElement): string => JSON.stringify(props);

describe('A long text', () => {
  it('is in the markup of a document, and not a second time in what React starts from', () => {
    inDocument(() => {
      const first = LongHtml({ html: () => TEXT, className: 'prose' });
      const second = LongHtml({ html: () => '<p>Two</p>', as: 'ol' });
      expect(sent(first) + sent(second)).not.toMatch(/Who was|Two/);
      expect(renderToStaticMarkup(second)).toBe('<ol data-slot="1"><p>Two</p></ol>');
      expect(renderToStaticMarkup(first)).toBe(`<div data-slot="0" class="prose">${TEXT}</div>`);
    });
  });

  it('is in the data of an answer that has no markup', () => {
    const element = LongHtml({ html: () => TEXT, id: 'text' });
    expect(sent(element)).toContain('Who was in the right?');
    expect(renderToStaticMarkup(element)).toBe(`<div id="text">${TEXT}</div>`);
  });

  it('is nobody else’s: two pages that are made at the same time do not mix', async () => {
    const page = (text: string) =>
      inDocument(async () => {
        const element = LongHtml({ html: () => text });
        await new Promise((resolve) => setTimeout(resolve, 5));
        return renderToStaticMarkup(element);
      });
    expect(await Promise.all(['one', 'two'].map(page))).toEqual(
      ['one', 'two'].map((text) => `<div data-slot="0">${text}</div>`),
    );
  });

  it('may be elements, in a box that has no look of its own', () => {
    const part = () => renderToStaticMarkup(Static({ children: <b title={'"'}>{'<'}</b> }));
    const markup = '<b title="&quot;">&lt;</b>';
    expect(inDocument(part)).toBe(`<div data-slot="0" class="contents">${markup}</div>`);
    expect(part()).toBe(`<div class="contents">${markup}</div>`);
  });
});
