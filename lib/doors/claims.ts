import { decode } from 'next-auth/jwt';
import type { Claims, Preview } from '@/lib/authz/enrolment';
import { env, isHttps } from '@/lib/kernel/env';

/** Name of the session cookie. `__Host-` where the site is https: no other host, no other path, never without TLS. */
export const sessionCookie = (): string => (isHttps() ? '__Host-lectern.session' : 'lectern.session');

interface CookieJar {
  get(name: string): { value: string } | undefined;
}

/** Name of the cookie of a preview, under the same rule. */
export const previewCookie = (): string => (isHttps() ? '__Host-lectern.preview' : 'lectern.preview');

const PREVIEW = /^([a-z0-9-]{1,120})\.(\d{13})$/;

/** What the preview's cookie says: the course, and since when. What is not of this form says nothing. */
export const writePreview = ({ course, since }: Preview): string => `${course}.${since.getTime()}`;
function readPreview(jar: CookieJar): Preview | null {
  const [, course, since] = PREVIEW.exec(jar.get(previewCookie())?.value ?? '') ?? [];
  return course ? { course, since: new Date(Number(since)) } : null;
}

// next-auth splits a cookie over 4 KB into name.0, name.1, …; ours is small, but a jar may hold an old split one.
function tokenIn(jar: CookieJar): string | null {
  const name = sessionCookie();
  const whole = jar.get(name)?.value;
  if (whole) return whole;
  const chunks: string[] = [];
  for (let i = 0; ; i++) {
    const chunk = jar.get(`${name}.${i}`)?.value;
    if (!chunk) break;
    chunks.push(chunk);
  }
  return chunks.length > 0 ? chunks.join('') : null;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

// What tokens say, once they were opened: a token never says anything else, and opening one takes longer than a query. Whether
// it still holds (signed out, suspended, a new password) is the database's to say, at every request.
const opened = new Map<string, { readonly claims: Claims; readonly expires: number }>();
const MOST_OPENED = 2_000;

async function open(token: string): Promise<Claims | null> {
  const known = opened.get(token);
  if (known && known.expires > Date.now()) return known.claims;
  opened.delete(token);
  const payload = await decode({ token, secret: env().NEXTAUTH_SECRET }).catch(() => null);
  const claims = claimsOf(payload);
  if (!claims || typeof payload?.exp !== 'number') return claims;
  const [oldest] = opened.keys();
  if (oldest !== undefined && opened.size >= MOST_OPENED) opened.delete(oldest);
  opened.set(token, { claims, expires: payload.exp * 1_000 });
  return claims;
}

/** What the request's cookies claim, or null: no cookie, a forged or an expired one. Costs no query. */
export async function readClaims(jar: CookieJar): Promise<Claims | null> {
  const token = tokenIn(jar);
  const claims = token ? await open(token) : null;
  const preview = readPreview(jar);
  return claims && preview ? { ...claims, preview } : claims;
}

/** What a token whose signature was checked claims; null where it is not one of ours. */
export function claimsOf(payload: Readonly<Record<string, unknown>> | null): Claims | null {
  const { personId, sessionVersion, sessionId } = payload ?? {};
  if (typeof personId !== 'string' || !UUID.test(personId) || typeof sessionVersion !== 'number') return null;
  const claims = { personId, sessionVersion };
  return typeof sessionId === 'string' && UUID.test(sessionId) ? { ...claims, sessionId } : claims;
}
