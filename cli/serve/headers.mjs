// The headers that every answer carries, and the policy under which Next's own scripts run. Set here and not in a proxy.ts:
// a proxy costs several milliseconds a request.
import { randomBytes } from 'node:crypto';

/**
 * @param {string} nonce
 * @param {boolean} dev `next dev` evaluates scripts and writes style elements of its own
 */
export function policy(nonce, dev) {
  return [
    `default-src 'self'`,
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ''}`,
    dev ? `style-src 'self' 'unsafe-inline'` : `style-src 'self' 'nonce-${nonce}'`,
    `style-src-attr 'unsafe-inline'`,
    `img-src 'self' data:`,
    `connect-src 'self'${dev ? ' ws:' : ''}`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `frame-ancestors 'none'`,
    `form-action 'self'`,
  ].join('; ');
}

/**
 * Gives the answer its headers, and tells Next (by the request's own) the nonce for its scripts and the path asked for.
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 * @param {{ dev: boolean, https: boolean }} site
 */
export function setHeaders(request, response, { dev, https }) {
  const csp = policy(randomBytes(16).toString('base64'), dev);
  request.headers['content-security-policy'] = csp;
  delete request.headers['content-security-policy-report-only'];
  request.headers['x-lectern-path'] = pathOf(request.url ?? '/');
  response.setHeader('Content-Security-Policy', csp);
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Referrer-Policy', 'strict-origin-when-cross-origin');
  response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
  response.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
  response.setHeader('Permissions-Policy', 'camera=(), microphone=(), geolocation=(), payment=(), usb=()');
  if (https) response.setHeader('Strict-Transport-Security', 'max-age=31536000');
}

// Next asks for the data of a page at the page's own address with `_rsc` behind it; nobody wants to come back to that.
/** @param {string} url */
function pathOf(url) {
  if (!url.startsWith('/') || !URL.canParse(url, 'http://lectern.invalid')) return '/';
  const { pathname, search, searchParams } = new URL(url, 'http://lectern.invalid');
  if (!searchParams.has('_rsc')) return pathname + search;
  searchParams.delete('_rsc');
  return searchParams.size > 0 ? `${pathname}?${searchParams}` : pathname;
}
