import { describe, expect, it } from 'vitest';
import { readSource, sourceFiles } from './imports';

const WRAPPERS =
  /^(?:courseAction|viewerAction|adminAction|visitorAction|courseRoute|courseForm|courseRead|viewerRead|openRead|visitorForm)$/;
/** next-auth makes its own handler; nothing else stands beside the doors. */
const OWN_HANDLER = ['app/api/auth/[...nextauth]/route.ts'];
const PROOFS = /\b(?:openPage|requireViewer|requireEnrolment|requireAdmin)\(/;
/** Pages without a word about anybody: nothing to prove. */
const PUBLIC_PAGES = ['app/(site)/help/page.tsx'];

const files = sourceFiles().filter((file) => file.startsWith('app/'));

/** Settings of Next that a route may export beside its handlers. */
const SETTINGS = /^export const (?:runtime|dynamic|maxDuration) = /;
const MADE = /^export const \w+ = (\w+)\(/;

/** The exports of a file of doors that no known wrapper makes, or a wrapper that is not the one of lib/doors. */
function bareExports(text: string): string[] {
  const ours = [...text.matchAll(/^import \{([^}]*)\} from '@\/lib\/doors\/(?:actions|routes|forms)';/gm)].flatMap(
    ([, names = '']) => names.split(',').map((name) => name.trim()),
  );
  return text
    .split('\n')
    .filter((line) => /^\s*export\b/.test(line) && !/^export (?:type|interface) /.test(line) && !SETTINGS.test(line))
    .filter((line) => {
      const wrapper = MADE.exec(line)?.[1] ?? '';
      return !WRAPPERS.test(wrapper) || !ours.includes(wrapper);
    });
}

describe('T-AUTHZ-2: permission cannot be forgotten', () => {
  const doors = files.filter((file) => /(?:^|\/)(?:actions|route)\.[jt]sx?$/.test(file));

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

  const GOOD = "import { courseRoute } from '@/lib/doors/routes';\n";

  it.each([
    "export async function POST(request: Request) { return new Response('hi'); }",
    'export default async function handler() {}',
    'export const POST = handler;',
    'export const POST: Handler = handler;',
    'export const POST = async () => courseRoute(STAFF, Schema, command);',
    'export const { GET, POST } = handlers;',
    'export { handler as POST };',
    "export * from './elsewhere';",
    'export let POST = courseRoute(STAFF, Schema, command);',
    'const hidden = 1;\nexport function POST() {}',
  ])('would notice a bare export: %s', (line) => {
    expect(bareExports(GOOD + line)).toHaveLength(1);
  });

  it('knows a wrapper by where it comes from, not by its name alone', () => {
    const line = 'export const POST = courseRoute(STAFF, Schema, command);';
    expect(bareExports(`${GOOD}export const dynamic = 'force-dynamic';\n${line}`)).toEqual([]);
    expect(bareExports(`import { courseRoute } from './mine';\n${line}`)).toEqual([line]);
    expect(bareExports(`function courseRoute() {}\n${line}`)).toEqual([line]);
  });

  const pages = files.filter((file) => /(?:^|\/)page\.[jt]sx?$/.test(file) && !PUBLIC_PAGES.includes(file));
  it.each(pages)('proves in %s itself, not only in its layout', (file) => {
    expect(readSource(file).text).toMatch(PROOFS);
  });
});
