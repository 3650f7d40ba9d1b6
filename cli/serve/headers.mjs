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
 * What every answer carries, whoever gives it.
 * @param {string} csp
 * @param {boolean} https
 */
export function safeHeaders(csp, https) {
  return {
    'Content-Security-Policy': csp,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
    ...(https && { 'Strict-Transport-Security': 'max-age=31536000; includeSubDomains' }),
  };
}

const newNonce = () => randomBytes(16).toString('base64');

/**
 * Gives the answer its headers, and tells Next (by the request's own) the nonce for its scripts and the path asked for.
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 * @param {{ dev: boolean, https: boolean }} site
 */
export function setHeaders(request, response, { dev, https }) {
  const csp = policy(newNonce(), dev);
  request.headers['content-security-policy'] = csp;
  delete request.headers['content-security-policy-report-only'];
  request.headers['x-lectern-path'] = pathOf(request.url ?? '/');
  for (const [name, value] of Object.entries(safeHeaders(csp, https))) response.setHeader(name, value);
}

const REFUSALS = new Map([
  ['HPE_HEADER_OVERFLOW', '431 Request Header Fields Too Large'],
  ['ERR_HTTP_REQUEST_TIMEOUT', '408 Request Timeout'],
]);

/**
 * The answer to what is no request at all, which node:http refuses before there is a response to set headers on.
 * @param {string | undefined} code the parser's
 * @param {boolean} https
 */
export function refusal(code, https) {
  const headers = { ...safeHeaders(policy(newNonce(), false), https), Connection: 'close', 'Content-Length': '0' };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return [`HTTP/1.1 ${REFUSALS.get(code ?? '') ?? '400 Bad Request'}`, ...lines, '', ''].join('\r\n');
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
