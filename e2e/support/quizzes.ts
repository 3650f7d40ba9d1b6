import { type Browser, type BrowserContext, type BrowserContextOptions, expect, type Page } from '@playwright/test';
import pg from 'pg';
import { lay } from './lay';
import { site } from './site';

/** A course of its own for one spec: quizzes `thirty`, `five` (all types) and `timed`, and a student for each test. */
export interface LaidQuizzes {
  readonly slug: string;
  readonly students: readonly { readonly enrolmentId: string; readonly cookie: string }[];
  readonly instructor: string;
}

/** Lays the course, in a process apart. */
export function layQuizzes(students: number): LaidQuizzes {
  return lay<LaidQuizzes>('e2e/support/lay-quizzes.ts', String(students));
}

/** A browser in which this cookie is signed in. */
export async function signedIn(
  browser: Browser,
  cookie: string,
  options: BrowserContextOptions = {},
  url = site().url,
): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL: url, ...options });
  await signIn(context, cookie, url);
  return context;
}

export const signIn = (context: BrowserContext, value: string, url = site().url): Promise<void> =>
  context.addCookies([{ name: 'lectern.session', value, url }]);

/** Goes to a quiz's page and begins it by the keyboard; resolves in the player, once it is live. */
export async function begin(page: Page, course: string, quiz: string): Promise<string> {
  await page.goto(`/courses/${course}/quizzes/${quiz}`);
  await page.getByRole('button', { name: /^Start/ }).focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/attempts\//);
  await isLive(page);
  return /attempts\/([0-9a-f-]+)/.exec(page.url())?.[1] ?? '';
}

/** The player is live once it has asked the server where the attempt stands. */
export const isLive = (page: Page): Promise<void> => expect(page.locator('main[data-live]')).toBeVisible();

/** Goes to a question of the open player by its own link, without loading the page. */
export async function goTo(page: Page, question: number | 'review'): Promise<void> {
  const name = question === 'review' ? 'Review all answers' : new RegExp(`^Question ${question},`);
  await page.getByRole('navigation', { name: 'Questions' }).getByRole('link', { name }).first().focus();
  await page.keyboard.press('Enter');
  await expect(page.locator(question === 'review' ? '#review-title' : `[data-question="${question}"]`)).toBeVisible();
}

/** How the question on the screen stands: the words under its fields. */
export const saveWords = (page: Page) => page.locator('[data-question] [data-save]');

export interface Stored {
  readonly position: number;
  readonly payload: unknown;
}

async function query<T extends pg.QueryResultRow>(text: string, values: readonly unknown[]): Promise<T[]> {
  const client = new pg.Client({ connectionString: site().environment.DATABASE_URL });
  await client.connect();
  try {
    return (await client.query<T>(text, [...values])).rows;
  } finally {
    await client.end();
  }
}

/** The current response of every answered item, by position: what the log says. */
export const storedResponses = (attempt: string): Promise<Stored[]> =>
  query<{ position: number; payload: unknown }>(
    `select distinct on (i.position) i.position, r.payload from response_event r
     join attempt_item i on i.id = r.attempt_item_id
     where r.attempt_id = $1 and r.kind = 'response' order by i.position, r.id desc`,
    [attempt],
  );

/** Every event of an attempt in the order of the log. */
export const storedEvents = (attempt: string) =>
  query<{ position: number; payload: unknown; client_id: string; client_seq: number; kind: string }>(
    `select i.position, r.payload, r.client_id, r.client_seq, r.kind from response_event r
     join attempt_item i on i.id = r.attempt_item_id where r.attempt_id = $1 order by r.id`,
    [attempt],
  );

export const ask = query;

/** How many changes wait in this browser. */
export const countWaiting = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const opened = indexedDB.open('lectern-unsent');
        opened.onsuccess = () => {
          const counted = opened.result.transaction('changes').objectStore('changes').count();
          counted.onsuccess = () => {
            opened.result.close();
            resolve(counted.result);
          };
        };
      }),
  );
