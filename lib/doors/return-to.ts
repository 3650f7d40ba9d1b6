const BASE = 'http://lectern.invalid';

/**
 * The path to go to after signing in, from an address anybody may have written. Only a path of this site: what a browser
 * could read as another host, or as a script, becomes "/" (T-REDIR-1).
 */
export function returnTo(next: string | null | undefined): string {
  if (!next?.startsWith('/') || next.startsWith('//') || /[\\\p{Cc}]/u.test(next) || !URL.canParse(next, BASE))
    return '/';
  const url = new URL(next, BASE);
  const decoded = safeDecode(url.pathname);
  if (url.origin !== BASE || decoded === null || decoded.startsWith('//') || /[\\\p{Cc}]/u.test(decoded)) return '/';
  return `${url.pathname}${url.search}${url.hash}`;
}

function safeDecode(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}
