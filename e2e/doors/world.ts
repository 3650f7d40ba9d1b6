import { execFileSync } from 'node:child_process';
import type { Browser, BrowserContext, BrowserContextOptions } from '@playwright/test';
import { site } from '../support/site';
import type { Actor } from './actors';

/** What the doors are tried on: the demo's course, one student's things in it, and everybody's session. */
export interface World {
  readonly course: string;
  readonly elsewhere: string;
  readonly lesson: string;
  readonly quiz: string;
  readonly openAttempt: string;
  readonly endedAttempt: string;
  readonly thread: string;
  /** The one it begins with. */
  readonly post: string;
  /** The student's. */
  readonly enrolment: string;
  /** The name of a student who is none of the actors, and may lose their password. */
  readonly forgetful: string;
  readonly joinCode: string;
  /** Of links that nobody has used. */
  readonly resetSecret: string;
  readonly firstAdminSecret: string;
  readonly cookies: Readonly<Record<Exclude<Actor, 'nobody'>, string>>;
}

let laid: World | undefined;

/** Lays the world once a process, by a program of its own: the generated Prisma client is a module, Playwright's files are not. */
export function world(): World {
  if (!laid) {
    const { url, environment } = site();
    const env = { ...process.env, ...environment, NEXTAUTH_URL: url, LECTERN_URL: url };
    const program = ['--import', 'tsx', 'e2e/doors/lay-world.ts'];
    laid = JSON.parse(execFileSync(process.execPath, program, { env, encoding: 'utf8', maxBuffer: 1e7 })) as World;
  }
  return laid;
}

/** The Cookie header of an actor; empty for nobody. */
export const cookieOf = (actor: Actor): Record<string, string> =>
  actor === 'nobody' ? {} : { cookie: `lectern.session=${world().cookies[actor]}` };

/** A browser in which an actor is signed in. */
export async function as(browser: Browser, actor: Actor, options: BrowserContextOptions = {}): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL: site().url, ...options });
  if (actor !== 'nobody') {
    await context.addCookies([{ name: 'lectern.session', value: world().cookies[actor], url: site().url }]);
  }
  return context;
}
