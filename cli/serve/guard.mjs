// What every request passes before Next sees it: what the world may not claim about itself, and how much it may send.

const LIMIT = 1_000_000;
const FORWARDING = /^(forwarded|x-forwarded-.+|x-real-ip|via)$/;

/**
 * Says truthfully where a request comes from. Nobody may send an `x-lectern-…` header; ours name the peer's address, and
 * whether a proxy stands between (so that nothing which is open to this machine alone is opened through one).
 * @param {import('node:http').IncomingMessage} request
 */
export function setPeer(request) {
  const { headers } = request;
  let forwarded = false;
  for (const name of Object.keys(headers)) {
    if (name.startsWith('x-lectern-')) delete headers[name];
    else if (FORWARDING.test(name)) forwarded = true;
  }
  headers['x-lectern-peer'] = (request.socket.remoteAddress ?? '').replace(/^::ffff:/, '');
  if (forwarded) headers['x-lectern-forwarded'] = '1';
  const raw = request.rawHeaders;
  for (let at = raw.length - 2; at >= 0; at -= 2) if (/^x-lectern-/i.test(raw[at] ?? '')) raw.splice(at, 2);
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
