import type { Browser, BrowserContext, BrowserContextOptions } from '@playwright/test';
import { lay } from '../support/lay';
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

/** Lays the world once a process. */
export function world(): World {
  if (!laid) {
    laid = lay<World>('e2e/doors/lay-world.ts');
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
