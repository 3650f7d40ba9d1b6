import { env, isHttps } from '@/lib/kernel/env';

const LOOPBACK = /^(localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d{1,5})?$/i;

/** True for an authority that can only mean this machine: localhost, 127.0.0.0/8 and [::1], with any port. */
export const isLoopbackAuthority = (authority: string): boolean => LOOPBACK.test(authority);

/**
 * Whether a state-changing request comes from our own pages. `Origin` must be there: "null", a foreign one and none are
 * refused. With an http LECTERN_URL the site lives on loopback: any loopback name counts, when it equals `Host`.
 */
export function isOwnOrigin(origin: string | null, host: string | null): boolean {
  if (!origin || origin === 'null' || !URL.canParse(origin)) return false;
  const url = new URL(origin);
  if (isHttps()) return url.origin === new URL(env().LECTERN_URL).origin;
  return url.protocol === 'http:' && url.host === host && isLoopbackAuthority(url.host);
}
