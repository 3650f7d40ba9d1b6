import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { harmIn, XSS_CORPUS } from '@/lib/testing/xss-corpus';
import { inlineText, type Links, NO_LINKS, renderBlocks, renderInline, renderPost } from './markdown';

const links: Links = {
  card: () => {},
  knows: () => true,
  passage: (id) => `/courses/c/lessons/l#${id}`,
};
const renderers: readonly [string, (markdown: string) => string][] = [
  ['a post', renderPost],
  ['a lesson', (markdown) => renderBlocks(markdown, links).html],
  ['a line', (markdown) => renderInline(markdown, links)],
];

describe.each(renderers)('somebody who writes something hostile into %s (T-XSS-1)', (_, render) => {
  it.each(XSS_CORPUS)('does no harm with %j', (text) => {
    for (const around of [
      text,
      `words ${text} words`,
      `> ${text}`,
      `- ${text}`,
      `**${text}**`,
      `[${text}](https://ok.example)`,
    ]) {
      expect(harmIn(render(around)), around).toEqual([]);
    }
  });

  it('does no harm with any mixture of these', () => {
    const part = fc.oneof(
      fc.constantFrom(...XSS_CORPUS),
      fc.string(),
      fc.constantFrom('\n', '\n\n', '`', '<', '>', '"', '[', '](', ')', ':'),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
        expect(harmIn(render(parts.join('')))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the harm test itself', () => {
  it.each([
    '<p onclick="x">',
    '<script>',
    '<a href="javascript:x">',
    '<img src="x">',
    '<a href="data:x">',
    '<p style="x">',
  ])('sees %s', (html) => expect(harmIn(html)).not.toEqual([]));
});

describe('a student who writes a post', () => {
  it.each([
    ['two **words** and `code`', '<p>two <strong>words</strong> and <code>code</code></p>'],
    ['~~gone~~ and ~5 minutes~', '<p><del>gone</del> and ~5 minutes~</p>'],
    ['https://example.org', '<p><a href="https://example.org" rel="nofollow noopener ugc">https://example.org</a></p>'],
    ['if a<b and b>c', '<p>if a&#x3C;b and b>c</p>'],
    ['<b>bold</b>', '<p>&#x3C;b>bold&#x3C;/b></p>'],
    ['# A title', '<p><strong>A title</strong></p>'],
    ['- [x] done', '<ul>\n<li>☑ done</li>\n</ul>'],
    ['3. three', '<ol start="3">\n<li>three</li>\n</ol>'],
    ['at 10:30 :smile: as:follows', '<p>at 10:30 :smile: as:follows</p>'],
    ['![a cat](https://example.org/cat.png)', '<p>a cat</p>'],
    ['a[^1]\n\n[^1]: note', '<p>a[^1]</p>\n<p>note</p>'],
  ])('sees %j as meant', (markdown, html) => {
    expect(renderPost(markdown)).toBe(html);
  });
});

describe('an author who writes a lesson', () => {
  it('links terms, people and passages, and languages carry their language', () => {
    const seen: string[] = [];
    const noting: Links = { ...links, card: (kind, id) => void seen.push(`${kind} ${id}`) };
    const { html, text } = renderBlocks(
      'A [sum](term:zero-sum), [he](person:moon) and [there](passage:p-k3f9): :ko[위안부].',
      noting,
    );
    expect(html).toBe(
      '<p>A <a href="#term-zero-sum" class="term" data-card="term-zero-sum">sum</a>, ' +
        '<a href="#person-moon" class="person" data-card="person-moon">he</a> and ' +
        '<a href="/courses/c/lessons/l#p-k3f9" class="passage-link">there</a>: <span lang="ko">위안부</span>.</p>',
    );
    expect(text).toBe('A sum, he and there: 위안부.');
    expect(seen).toEqual(['term zero-sum', 'person moon']);
  });

  it.each([
    [`the court's "zero-sum" view`, 'the court’s “zero-sum” view'],
    [`"Left out" (the "treaty") - "so"`, '“Left out” (the “treaty”) - “so”'],
    [`He said "they call it 'provocative'".`, 'He said “they call it ‘provocative’”.'],
    [`the workers' claims of the '90s`, 'the workers’ claims of the ’90s'],
    [`"*Realism*" and *"history"*`, '“<em>Realism</em>” and <em>“history”</em>'],
    [
      `a [Korean](https://ok.example)'s word`,
      'a <a href="https://ok.example" rel="noopener noreferrer">Korean</a>’s word',
    ],
    ['`"as typed"`', '<code>"as typed"</code>'],
    ['“set” already', '“set” already'],
  ])('reads %j with the marks of a printer', (markdown, html) => {
    expect(renderInline(markdown)).toBe(html);
  });

  it('has the same marks in the plain text that anchors quote; a post keeps those that were typed', () => {
    expect(renderBlocks(`- "One"\n- 'two'\n\n| "x" |\n|---|\n| y's |`).text).toBe('“One”\n‘two’\n“x”\ny’s');
    expect(renderPost(`She said "no".`)).toBe('<p>She said "no".</p>');
  });

  it('keeps the words of links that lead nowhere', () => {
    expect(renderInline('A [sum](term:zero-sum) and [there](passage:p-gone)', NO_LINKS)).toBe('A sum and there');
  });

  it.each([
    ['1. July 2019 *was* a Monday', '1. July 2019 <em>was</em> a Monday'],
    ['# 3', '# 3'],
    ['- a dash', '- a dash'],
    ['two\n\nparagraphs', 'two<br><br>paragraphs'],
  ])('finds %j on one line read as one line', (markdown, html) => {
    expect(renderInline(markdown)).toBe(html);
  });

  it('gets plain words for names and quotations', () => {
    expect(inlineText('*Realism* and :ja[竹島] [there](passage:p-x)')).toBe('Realism and 竹島 there');
    expect(renderBlocks('one\ntwo\n\n- a\n- b\n\n| x | y |\n|---|---|\n| 1 | 2 |').text).toBe(
      'one two\na\nb\nx y\n1 2',
    );
  });
});
