import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it, vi } from 'vitest';
import type { EnrolmentAs } from '@/lib/authz/enrolment';
import type { Role } from '@/lib/authz/roles';
import type { Viewer } from '@/lib/kernel/ctx';
import { CourseFrame } from './course-frame';

vi.mock('next/navigation', () => ({ usePathname: () => '/courses/seoul-tokyo/threads' }));

const VIEWER = { displayName: 'Mina', email: 'mina@example.test', isAdmin: false } as Viewer;

const frameOf = (role: Role, preview: null | (() => Promise<never>)) =>
  renderToStaticMarkup(
    <CourseFrame
      viewer={VIEWER}
      unread={0}
      theme="dark"
      me={{ role, courseSlug: 'seoul-tokyo', courseTitle: 'An alliance' } as EnrolmentAs<Role>}
      path="/courses/seoul-tokyo/threads"
      preview={preview}
    />,
  );

/** The order in which somebody comes upon what stands over a page. */
const parts = (html: string) => html.match(/<header|<nav|Preview as student|role="status"|<template/g);

describe('What stands over every page of a course', () => {
  it('is one piece of markup for a student', () => {
    const html = frameOf('student', null);
    expect(parts(html)).toEqual(['<header', '<nav', 'role="status"', '<template']);
    expect(html.match(/class="contents"/g)).toHaveLength(1);
    expect(html).toMatch(/^<div class="contents"><header .*<\/div>$/s);
    expect(html).toContain('<nav aria-label="An alliance"');
  });

  it('has the preview beside the places for staff', () => {
    const html = frameOf('instructor', async () => {
      throw new Error('not pressed');
    });
    expect(parts(html)).toEqual(['<header', '<nav', 'Preview as student', 'role="status"', '<template']);
    expect(html).toContain('<input type="hidden" name="at" value="/threads"/>');
  });
});
