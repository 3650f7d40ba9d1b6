import { encode } from 'next-auth/jwt';

// Stands in for `next/headers`, so that doors are opened without a server: `vi.mock('next/headers', () => import('…'))`.

let headersNow: Record<string, string> = {};
let cookieNow: string | undefined;

/** From now on every request comes from this person (null: from nobody), from a page of the site. */
export async function sendAs(personId: string | null, more: Record<string, string> = {}): Promise<void> {
  headersNow = { host: '127.0.0.1:3000', origin: 'http://127.0.0.1:3000', 'x-lectern-peer': '127.0.0.1', ...more };
  const secret = process.env.NEXTAUTH_SECRET ?? '';
  cookieNow = personId ? await encode({ token: { personId, sessionVersion: 1 }, secret, maxAge: 3_600 }) : undefined;
}

export const headers = async (): Promise<Headers> => new Headers(headersNow);

export const cookies = async () => ({
  get: (name: string) => (name === 'lectern.session' && cookieNow ? { value: cookieNow } : undefined),
  set: () => {},
  delete: () => {},
});
