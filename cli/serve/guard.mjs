// What every request passes before Next sees it: what the world may not claim about itself, and how much it may send.
import { isIP } from 'node:net';

const LIMIT = 1_000_000;
const FORWARDING = /^(forwarded|x-forwarded-.+|x-real-ip|via)$/;

/** What a proxy's own machine or network looks like from here. */
const NEARBY = /^(?:127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|::1$|f[cd][0-9a-f]{2}:)/i;

/**
 * Says truthfully where a request comes from. Nobody may send an `x-lectern-…` header; ours name the peer's address, and
 * whether a proxy stands between (so that nothing which is open to this machine alone is opened through one). A site of
 * https has a proxy in front, and all its visitors would be one: there the peer is the last address of `X-Forwarded-For`,
 * which the proxy wrote itself, whatever the visitor had sent before it.
 * @param {import('node:http').IncomingMessage} request
 * @param {{ https: boolean }} site
 */
export function setPeer(request, { https }) {
  const { headers } = request;
  let forwarded = false;
  for (const name of Object.keys(headers)) {
    if (name.startsWith('x-lectern-')) delete headers[name];
    else if (FORWARDING.test(name)) forwarded = true;
  }
  const direct = plain(request.socket.remoteAddress ?? '');
  const behind =
    https && NEARBY.test(direct)
      ? String(headers['x-forwarded-for'] ?? '')
          .split(',')
          .at(-1)
      : '';
  headers['x-lectern-peer'] = isIP(plain(behind ?? '')) ? plain(behind ?? '') : direct;
  if (forwarded) headers['x-lectern-forwarded'] = '1';
  const raw = request.rawHeaders;
  for (let at = raw.length - 2; at >= 0; at -= 2) if (/^x-lectern-/i.test(raw[at] ?? '')) raw.splice(at, 2);
}

/** @param {string} address */
const plain = (address) => address.trim().replace(/^::ffff:/, '');

/**
 * An address that is no text (half an escape, bytes that are no letter, NUL), or of another site, is none of ours: it is as
 * if one had been asked for that does not exist.
 * @param {import('node:http').IncomingMessage} request
 */
export function setAddress(request) {
  const url = request.url ?? '';
  if (!url.startsWith('/') || /%00/.test(url) || !isText(url.split('?')[0] ?? '')) request.url = '/no-such-address';
}

/** @param {string} path */
function isText(path) {
  try {
    return decodeURIComponent(path) !== null;
  } catch {
    return false;
  }
}

/**
 * @param {import('node:http').ServerResponse} response
 */
function refuse(response) {
  if (response.headersSent || response.destroyed) return response.destroy();
  const body = JSON.stringify({
    ok: false,
    code: 'too-large',
    message: 'That is too large to send: the limit is 1 MB.',
  });
  response.writeHead(413, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    connection: 'close',
  });
  response.end(body);
}

/**
 * Answers 413 to a body over 1 MB: at once where its length is announced (returns false, and Next never sees the request),
 * or when the limit is passed where it is not.
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
export function limitBody(request, response) {
  if (Number(request.headers['content-length'] ?? 0) > LIMIT) {
    refuse(response);
    return false;
  }
  if (request.headers['transfer-encoding'] === undefined) return true;
  let received = 0;
  const push = request.push.bind(request);
  request.push = (chunk, encoding) => {
    received += chunk?.length ?? 0;
    if (received <= LIMIT) return push(chunk, encoding);
    refuse(response);
    request.push = () => false;
    request.destroy();
    return false;
  };
  return true;
}
