import { describe, expect, it } from 'vitest';
import { markup } from '@/components/ui/markup';
import type { Viewer } from '@/lib/kernel/ctx';
import { SiteHeader } from './site-header';
import type { Theme } from './theme-steps';

const MINA = { displayName: 'Mina <b>', email: 'mina@example.test', isAdmin: false } as Viewer;
const header = (viewer: Viewer | null, theme: Theme = 'system') =>
  markup(<SiteHeader viewer={viewer} unread={3} theme={theme} />);

describe('The head of every page is markup alone', () => {
  it.each<[Theme, Theme, string]>([
    ['system', 'light', 'Theme: as the system. Change to light'],
    ['light', 'dark', 'Theme: light. Change to dark'],
    ['dark', 'system', 'Theme: dark. Change to the system’s'],
  ])('where the theme is %s, its form chooses %s and says so', (theme, next, label) => {
    const [, form = ''] =
      /<form method="post" action="\/api\/v1\/theme"[^>]*>(.*?)<\/form>/.exec(header(null, theme)) ?? [];
    expect(form).toContain(`<button type="submit" name="theme" value="${next}" aria-label="${label}" title="${label}"`);
  });

  it('lets who is signed in go to their account and out, and a visitor sign in', () => {
    expect(header(MINA)).toContain('Mina &lt;b&gt;');
    expect(header(MINA)).toContain('<form method="post" action="/api/v1/sign-out" data-sign-out="">');
    expect(header(MINA)).not.toContain('href="/admin"');
    expect(header({ ...MINA, isAdmin: true })).toContain('href="/admin"');
    expect(header(null)).toContain('href="/sign-in"');
    expect(header(null)).not.toMatch(/sign-out|inbox|account/);
  });
});
