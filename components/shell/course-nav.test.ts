import { describe, expect, it } from 'vitest';
import { markup } from '@/components/ui/markup';
import type { Role } from '@/lib/authz/roles';
import { Places } from './course-nav';

/** The places that are marked on this page of the course, as its markup has them. */
function marked(role: Role, within: string): readonly string[] {
  const html = markup(Places({ slug: 'seoul-tokyo', role, path: `/courses/seoul-tokyo${within}` }));
  return [...html.matchAll(/aria-current="(\w+)"[^>]*>(?:<svg.*?<\/svg>)?(\w+)/g)].map(
    ([, how, name]) => `${name}: ${how}`,
  );
}

describe('Somebody in a course sees where they are', () => {
  it.each<[Role, string, string]>([
    ['student', '', 'Outline: page'],
    ['student', '/lessons/radar', 'Outline: true'],
    ['student', '/threads', 'Talk: page'],
    ['student', '/threads/new', 'Talk: true'],
    ['student', '/reference', 'Reference: page'],
    ['student', '/grades', 'Grades: page'],
    ['student', '/quizzes/check', 'Grades: true'],
    ['student', '/attempts/1/review', 'Grades: true'],
    ['assistant', '/teach/scores', 'Scores: page'],
    ['assistant', '/teach/students/1', 'Scores: true'],
    ['assistant', '/teach/attempts/1', 'Scores: true'],
    ['assistant', '/quizzes/check', 'Quizzes: true'],
    ['instructor', '/teach/quizzes', 'Quizzes: page'],
    ['instructor', '/teach/quizzes/check/summary', 'Quizzes: true'],
    ['instructor', '/teach/people', 'People: page'],
  ])('as %s on “%s”: %s', (role, within, said) => {
    expect(marked(role, within)).toEqual([said]);
  });

  it('and nowhere, where no place is', () => {
    expect(marked('student', '/nowhere')).toEqual([]);
    expect(marked('student', '/teach/people')).toEqual([]);
  });
});
