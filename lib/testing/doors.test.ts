import { describe, expect, it } from 'vitest';
import { readSource, sourceFiles } from './imports';

const WRAPPERS = /^(?:courseAction|viewerAction|adminAction|visitorAction|courseRoute|courseRead|viewerRead|openRead)$/;
/** next-auth makes its own handler; nothing else stands beside the doors. */
const OWN_HANDLER = ['app/api/auth/[...nextauth]/route.ts'];
const PROOFS = /\b(?:openPage|requireViewer|requireEnrolment|requireAdmin)\(/;
/** Pages without a word about anybody: nothing to prove. */
const PUBLIC_PAGES = ['app/(site)/help/page.tsx'];

const files = sourceFiles().filter((file) => file.startsWith('app/'));

/** The exports of a file of doors that no known wrapper makes. */
function bareExports(text: string): string[] {
  const exported = [
    ...text.matchAll(/^export\s+(?:const\s+(\w+)\s*=\s*(\w+)|(?:async\s+)?function\s+(\w+)|(\{[^}]*\}|default|\*))/gm),
  ];
  return exported
    .filter(([, , wrapper]) => !wrapper || !WRAPPERS.test(wrapper))
    .map(([whole, name, , functionName]) => name ?? functionName ?? whole)
    .filter((name) => !['runtime', 'dynamic', 'maxDuration'].includes(name));
}

describe('permission cannot be forgotten', () => {
  const doors = files.filter((file) => /(?:^|\/)(?:actions|route)\.ts$/.test(file));

  it('finds the doors', () => {
    expect(doors.length).toBeGreaterThan(5);
  });

  it.each(doors.filter((file) => !OWN_HANDLER.includes(file)))(
    'makes every export of %s by a known wrapper',
    (file) => {
      expect(bareExports(readSource(file).text)).toEqual([]);
    },
  );

  it('keeps server actions in files named actions.ts', () => {
    const elsewhere = sourceFiles()
      .filter((file) => !/(?:^|\/)actions\.ts$/.test(file) && !file.endsWith('.test.ts'))
      .filter((file) => /^\s*['"]use server['"]/m.test(readSource(file).text));
    expect(elsewhere).toEqual([]);
  });

  it('would notice a bare export', () => {
    expect(bareExports("export async function POST(request: Request) { return new Response('hi'); }")).toEqual([
      'POST',
    ]);
    expect(bareExports('export const POST = handler;')).toEqual(['POST']);
    expect(bareExports('export const POST = courseRoute(STAFF, Schema, command);')).toEqual([]);
  });

  const pages = files.filter((file) => /(?:^|\/)page\.tsx$/.test(file) && !PUBLIC_PAGES.includes(file));
  it.each(pages)('proves in %s itself, not only in its layout', (file) => {
    expect(readSource(file).text).toMatch(PROOFS);
  });
});
