import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tinyCourse } from '@/lib/testing/tiny-course';
import { checkCourse } from '../check/check-course';
import type { CoursePackage } from '../package';
import { readFiles } from '../read/folder';
import { renderLesson } from '../render/render-lesson';
import { passageAddresses } from '../render/scope';
import { soundPart } from '../sound-part';
import { dateInWords, isWithin, spanInWords } from './dates';
import { placeEvents } from './place-events';

function figuresOf(course: CoursePackage): { kind: string; html: string; written: readonly string[] }[] {
  const sound = soundPart(course);
  return sound.lessons.flatMap((lesson, i) => {
    const { html } = renderLesson(sound, lesson, i + 1, passageAddresses(sound));
    const drawn = html.match(/<figure[\s\S]*?<\/figure>/g) ?? [];
    const read = lesson.blocks.flatMap((block) =>
      block.kind === 'passage' && block.body.kind === 'figure' ? [block.body] : [],
    );
    expect(drawn).toHaveLength(read.length);
    return read.map(({ figure, yaml }, n) => ({
      kind: figure.kind,
      html: drawn[n] ?? '',
      written: yaml
        .texts()
        .filter(({ path }) => ['text', 'name', 'title', 'issue'].includes(String(path.at(-1))))
        .map(({ text }) => text),
    }));
  });
}

const coursesOfHouse = [checkCourse(tinyCourse()).course, checkCourse(readFiles('content/seoul-tokyo')).course];
const all = coursesOfHouse.flatMap((course) => (course ? figuresOf(course) : []));

const spoken = (html: string): string =>
  html
    .replace(/<(div|svg) class="(?:tl|map|strip-line)" aria-hidden="true"[\s\S]*?<\/\1>(?=<(?:ol|p))/g, '')
    .replace(/<[^>]*aria-hidden="true"[^>]*>[^<]*<\/[a-z]+>/g, '')
    .replace(/<[^>]+>/g, '')
    .replace(/&#39;|[‘’]/g, "'")
    .replace(/&quot;|[“”]/g, '"')
    .replaceAll('&amp;', '&')
    .replaceAll('&#x26;', '&');

describe('a student who cannot see a figure', () => {
  it('there is one of each kind to look at here', () => {
    expect([...new Set(all.map(({ kind }) => kind))].sort()).toEqual([
      'argument-map',
      'map',
      'positions',
      'strip',
      'table',
      'timeline',
    ]);
  });

  it.each(all)('hears all that it says ($kind)', ({ html, written }) => {
    const words = spoken(html);
    for (const text of written)
      if (!/[*[:]/.test(text)) expect(words).toContain(text.trim().replace(/[“”]/g, '"').replace(/[‘’]/g, "'"));
  });

  it.each(all)('meets a list or a table, and no drawing that is read out ($kind)', ({ html }) => {
    expect(html).toMatch(/<(?:ol|ul|table)/);
    for (const [svg] of html.matchAll(/<svg/g))
      expect(html.slice(0, html.indexOf(svg))).toMatch(/aria-hidden="true"[^<]*$/);
    expect(html).not.toMatch(/<(?:script|style|img|text)\b/);
  });
});

describe('somebody who reads a map', () => {
  it('finds contested names with both names, in alphabetical order, and no islet drawn', () => {
    const maps = all.filter(({ kind, html }) => kind === 'map' && html.includes('map-water'));
    expect(maps.length).toBeGreaterThan(0);
    for (const { html } of maps) {
      expect(html).toContain('East Sea<br>/ Sea of Japan');
      expect(html).toContain('imply no position');
      expect(html.length).toBeLessThan(60_000);
    }
  });
});

describe('somebody who reads a timeline', () => {
  const date = fc
    .tuple(fc.integer({ min: 1950, max: 2020 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
    .map(([year, month, day]) => `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);

  it('sees events in their order, inside the axis, none on top of another', () => {
    fc.assert(
      fc.property(fc.array(date, { minLength: 1, maxLength: 14 }), (dates) => {
        const events = dates.sort().map((each) => ({ date: each, lane: 'a' }));
        const { placed, axis } = placeEvents(events, '1950', '2020');
        placed.forEach(({ x, row }, i) => {
          expect(x).toBeGreaterThanOrEqual(0);
          expect(x).toBeLessThanOrEqual(100);
          expect(x).toBeGreaterThanOrEqual((placed[i - 1]?.x ?? 0) - 1e-9);
          for (const other of placed.slice(0, i)) {
            if (other.row === row) expect(x - other.x).toBeGreaterThanOrEqual(8.99);
          }
        });
        axis.ticks.forEach(({ x }, i) => {
          if (i > 0) expect(x - (axis.ticks[i - 1]?.x ?? 0)).toBeGreaterThanOrEqual(12.99);
        });
      }),
    );
  });

  it.each([
    ['1965-06-22', undefined, '22 June 1965'],
    ['2018-10', undefined, 'October 2018'],
    ['2012', '2014', '2012–2014'],
  ])('reads %s as a person would say it', (from, until, words) => {
    expect(spanInWords(from, until)).toBe(words);
    if (!until) expect(dateInWords(from)).toBe(words);
  });

  it.each([
    ['2018', undefined, '2018-10', '2019', true],
    ['2018-12-20', undefined, '1965', '2018-12', true],
    ['2019-01', undefined, '1965', '2018-12', false],
    ['1960', '1970', '1965', '1966', true],
    ['1964-12-31', undefined, '1965', '1966', false],
  ])('sees %s (to %s) between %s and %s: %s', (from, until, begin, end, isIn) => {
    expect(isWithin(from, until, begin, end)).toBe(isIn);
  });
});
