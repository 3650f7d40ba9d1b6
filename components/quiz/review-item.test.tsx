import { describe, expect, it } from 'vitest';
import type { ReviewItem } from '@/lib/attempts/schema';
import { reviewItemHtml } from './review-item';

const item: ReviewItem = {
  itemId: 'i',
  position: 3,
  points: null,
  maxPoints: 2,
  stemHtml: '<p>Who was in the right?</p>',
  review: null,
  responseText: 'Both <sides>',
  explanationHtml: null,
  citations: [
    {
      lessonId: 'l',
      passage: 'p-one',
      label: '2.7',
      href: '/courses/c/lessons/l?cited=p-one#p-one',
      quoteText: 'Words.',
    },
  ],
  savedAt: new Date('2026-11-27T10:00:00Z'),
};
const write = (of: ReviewItem, threads: number, zone = 'UTC') =>
  reviewItemHtml({ item: of, course: 'c', attemptId: 'a', threads: new Map([['p-one', threads]]), zone });

describe('A question in a review', () => {
  it('says what was asked and answered, and leads to the passage and to the talk about it', () => {
    const html = write(item, 2);
    expect(html).toContain('<p>Who was in the right?</p>');
    expect(html).toContain('Both &lt;sides&gt;');
    expect(html).toContain('saved 10:00:00');
    expect(html).toContain('/courses/c/lessons/l?cited=p-one&amp;question=3&amp;from=a#p-one');
    expect(html).toContain('Discuss (2)');
  });

  it('is written anew where a thread was begun, where the reader’s zone is another, and where its answer or score is', () => {
    const first = write(item, 2);
    expect(write(item, 2)).toBe(first);
    expect(write(item, 3)).toContain('Discuss (3)');
    expect(write(item, 0)).not.toContain('Discuss (');
    expect(write(item, 0, 'Asia/Seoul')).toContain('saved 19:00:00');
    expect(write({ ...item, responseText: 'Neither' }, 0)).toContain('Neither');
  });
});
