import fc from 'fast-check';
import Link from 'next/link';
import { createElement, Fragment, forwardRef, memo, type ReactNode, Suspense } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { WeekStrip } from '@/components/home/week-strip';
import { BeforeReading, Contents } from '@/components/lesson/lesson-parts';
import { XSS_CORPUS } from '@/lib/testing/xss-corpus';
import { Badge } from './badge';
import { EmptyState } from './empty-state';
import { Icon } from './icon';
import { markup } from './markup';
import { Notice } from './notice';
import { PageHead } from './page-head';
import { ProgressBar } from './progress-bar';
import { StoredHtml } from './stored-html';
import { TableScroll } from './table';
import { Time } from './time';
import { Verdict } from './verdict';

/** React's own, but for spellings that are the same to a browser: `<br/>`, and quotes written out where they need not be. */
const byReact = (node: ReactNode): string =>
  renderToStaticMarkup(node)
    .replaceAll('/>', '>')
    .replaceAll('&#x27;', "'")
    .replace(/(^|>)[^<]*/g, (text) => text.replaceAll('&quot;', '"'));

/** The same elements with props that their types do not name. */
const el = (tag: string, props: Record<string, unknown> = {}, ...children: ReactNode[]) =>
  createElement(tag, props, ...children);

describe('Markup is what React would have written', () => {
  const PURE: Record<string, ReactNode> = {
    'a badge': <Badge tone="ok">Staff</Badge>,
    'an icon': <Icon name="offline" className="size-4" />,
    'a notice': (
      <Notice tone="warn" title="Closed">
        <p>Until Monday.</p>
      </Notice>
    ),
    'an empty state': <EmptyState title="None" why={<>Ask & see.</>} action={<button type="button">Ask</button>} />,
    'a page’s head': <PageHead title={'Tom & "Jerry"'} standfirst="Who is <right>?" actions={['a', 1]} />,
    'a progress bar': <ProgressBar value={1} max={3} label={'Read of "2"'} />,
    'a table': (
      <TableScroll label="Scores" tall>
        <table>
          <tbody>
            <tr>
              <td colSpan={2} rowSpan={3} />
            </tr>
          </tbody>
        </table>
      </TableScroll>
    ),
    'a moment': <Time at="2026-03-02T09:00:00Z" zone="Asia/Seoul" now="2026-03-02T09:30:00Z" style="relative" />,
    'a verdict': <Verdict kind="not-answered" detail="0 of 2" />,
    'stored HTML': <StoredHtml as="section" id="a" className="prose" html={'<p title="x">It’s & isn’t <br></p>'} />,
    'a lesson’s contents': (
      <Contents headings={[{ level: 2, id: 'one', text: 'One & two' }]} after={[{ id: 'z', text: 'Z' }]} />
    ),
    'questions before reading': <BeforeReading questions={['<em>Why?</em>', 'Who?']} />,
    'a week': <WeekStrip week={[true, false, true, false, false, false, true]} now={new Date(0)} zone="UTC" />,
  };
  it.each(Object.entries(PURE))('for %s', (_, node) => {
    expect(markup(node)).toBe(byReact(node));
  });

  it('for what is nothing, a number, a list, a fragment, and any of them in another', () => {
    const nothing = [null, undefined, false, true, ''];
    expect(markup(nothing)).toBe('');
    for (const node of [
      0,
      -1.5,
      12n,
      'a',
      <p key="p">{nothing}</p>,
      [1, [2, ['three', null]], <b key="b">4</b>],
      new Set(['a', 'b']),
      [<Fragment key="f">a{0}b</Fragment>, false && <i key="i" />],
    ])
      expect(markup(node)).toBe(byReact(node));
  });

  it.each<[string, Record<string, unknown>]>([
    ['label', { htmlFor: 'a', className: 'b', tabIndex: -1 }],
    ['td', { colSpan: 2, rowSpan: 0, headers: 'h', scope: 'row' }],
    ['time', { dateTime: '2026-03-02' }],
    [
      'form',
      { noValidate: true, acceptCharset: 'utf-8', autoComplete: 'off', action: '/a?b&c', encType: 'text/plain' },
    ],
    [
      'input',
      { type: 'text', autoComplete: 'email', readOnly: true, maxLength: 3, inputMode: 'numeric', defaultValue: 'a"b' },
    ],
    ['input', { type: 'checkbox', defaultChecked: true }],
    ['input', { type: 'checkbox', defaultChecked: false, disabled: false, required: true }],
    [
      'button',
      { popoverTarget: 'menu', popoverTargetAction: 'toggle', formNoValidate: true, type: 'button', value: 0 },
    ],
    [
      'div',
      {
        autoFocus: true,
        popover: 'auto',
        hidden: true,
        inert: true,
        contentEditable: false,
        spellCheck: false,
        draggable: true,
      },
    ],
    [
      'div',
      { title: true, lang: false, id: null, role: undefined, 'aria-hidden': false, 'data-open': true, 'data-n': 3 },
    ],
    ['img', { srcSet: 'a.png 1x', sizes: '50vw', alt: '', loading: 'lazy', crossOrigin: 'anonymous', src: 'a.png' }],
    ['a', { href: '#a', hrefLang: 'ko', download: true, referrerPolicy: 'no-referrer' }],
    ['a', { href: '', download: 'all.csv' }],
    ['details', { open: true, suppressHydrationWarning: true }],
    ['ol', { start: 3, reversed: true }],
    [
      'div',
      {
        style: {
          inlineSize: '50%',
          '--share': 0.5,
          marginTop: 0,
          color: ' red ',
          top: null,
          left: '',
          WebkitLineClamp: '2',
        },
      },
    ],
    ['div', { style: {} }],
    [
      'svg',
      {
        viewBox: '0 0 1 1',
        preserveAspectRatio: 'none',
        focusable: false,
        xmlnsXlink: 'x',
        xmlLang: 'en',
        fontSize: 3,
      },
    ],
    [
      'path',
      {
        fillRule: 'evenodd',
        clipPath: 'url(#a)',
        strokeMiterlimit: 2,
        strokeDashoffset: 1,
        vectorEffect: 'a',
        pathLength: 1,
      },
    ],
    [
      'text',
      { textAnchor: 'middle', dominantBaseline: 'hanging', stopColor: 'red', fillOpacity: 0.5, markerEnd: 'url(#b)' },
    ],
    ['use', { xlinkHref: '#a', xlinkTitle: 'A' }],
    ['linearGradient', { gradientUnits: 'userSpaceOnUse', gradientTransform: 'rotate(9)' }],
  ])('for the attributes of <%s> (%j)', (tag, props) => {
    expect(markup(el(tag, props))).toBe(byReact(el(tag, props)));
  });

  it.each(['area', 'br', 'col', 'embed', 'hr', 'img', 'input', 'source', 'track', 'wbr'])(
    'for <%s>, which has no end',
    (tag) => {
      expect(markup(el(tag))).toBe(byReact(el(tag)));
    },
  );

  it('for text whose first line is empty, where it is shown as it is written', () => {
    for (const node of [<pre key="a">{'\ncode'}</pre>, <StoredHtml key="b" as="pre" html={'\n<b>code</b>'} />])
      expect(markup(node)).toBe(byReact(node));
  });
});

describe('What somebody hostile wrote', () => {
  const both = (said: string) => [
    <section key="p" title={said} aria-label={said} data-said={said} className={said} style={{ color: said }}>
      {said}
      {[said, <b key="b">{said}</b>]}
    </section>,
  ];

  it.each(XSS_CORPUS)('stays words, in text and in attributes: %s', (said) => {
    expect(markup(both(said))).toBe(byReact(both(said)));
  });

  it('stays words, whatever it is', () => {
    // Half of what is tried is of the characters that mean something.
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom(...'<>&"\'`=/!-;#x \n') }));
    fc.assert(fc.property(text, (said) => markup(both(said)) === byReact(both(said))));
  });

  it('leads nowhere where it would run as an address', () => {
    for (const href of ['javascript:alert(1)', ' \u0000JaVa\tScRiPt\n:alert(1)']) {
      expect(byReact(el('a', { href }, 'x'))).toContain('React has blocked');
      expect(markup(el('a', { href }, 'x'))).toBe('<a>x</a>');
      expect(markup(<Link href={href}>x</Link>)).toBe('<a data-soft="">x</a>');
    }
    expect(markup(el('a', { href: '/javascript:a' }, 'x'))).toBe('<a href="/javascript:a">x</a>');
  });
});

describe('A link of a static part', () => {
  it('is an anchor that is followed softly', () => {
    expect(
      markup(
        <Link href="/a?b=1&c=2#d" prefetch={false} className="x" aria-current="page">
          To <b>a</b>
        </Link>,
      ),
    ).toBe('<a href="/a?b=1&amp;c=2#d" class="x" aria-current="page" data-soft="">To <b>a</b></a>');
  });

  it('keeps the place on the page where it says so', () => {
    expect(markup(<Link href="/a" scroll={false} />)).toBe('<a href="/a" data-soft="stay"></a>');
    expect(markup(<Link href="/a" scroll />)).toBe('<a href="/a" data-soft=""></a>');
  });
});

describe('What cannot become markup is refused, with words', () => {
  // As Next marks what a file with 'use client' exports.
  const Composer = Object.assign(function Composer() {}, { $$typeof: Symbol.for('react.client.reference') });
  const Later = async () => <p>Later</p>;
  const Named = () => <p />;

  it.each<[string, () => ReactNode, RegExp]>([
    ['a client component', () => createElement(Composer as never), /Composer runs in the browser/],
    ['a component with a memory', () => createElement(memo(Named)), /Named runs in the browser/],
    [
      'a component with a ref',
      () =>
        createElement(
          forwardRef(function Field() {
            return null;
          }),
        ),
      /Field runs in the browser/,
    ],
    ['a part that comes later', () => <Suspense fallback="…">a</Suspense>, /react\.suspense/],
    ['an async component', () => createElement(Later as never), /a promise or a lazy part/],
    ['a promise', () => Promise.resolve('a') as never, /a promise or a lazy part/],
    ['an event handler', () => <button type="button" onClick={() => {}} />, /onClick is a function/],
    ['a server action', () => <form action={async () => {}} />, /action is a function/],
    ['a ref', () => <p ref={() => {}} />, /ref is a function/],
    ['an object as an attribute', () => el('p', { title: {} }), /title is a object/],
    ['a length without its unit', () => <p style={{ width: 3 }} />, /width in style is a number/],
    ['a field whose state is React’s', () => <textarea defaultValue="a" />, /<textarea> is React’s/],
    ['a link that replaces', () => <Link replace href="/" />, /replaces/],
  ])('%s', (_, node, words) => {
    expect(() => markup(<div>{node()}</div>)).toThrow(words);
  });
});
