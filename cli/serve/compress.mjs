// Answers are gathered, compressed in one go, and sent in one write with their length. A compressing stream hands each part to
// a thread and back, which costs more than the compressing; and no page of ours is made in parts that somebody waits for.
import { promisify } from 'node:util';
import zlib from 'node:zlib';
import { gather } from './gather.mjs';

const WORTH_IT = 860;
/** Up to here the server compresses by itself, which takes 2 ms at most: asking a thread to costs more than a short text. */
const AT_ONCE = 512_000;
const TEXT = /^(text\/(?!event-stream)|application\/(json|javascript|manifest\+json|xml)|image\/svg\+xml)/;
const gzip = promisify(
  /** @type {(body: Buffer, options: zlib.ZlibOptions, done: zlib.CompressCallback) => void} */ (zlib.gzip),
);

/** `gzip`, unless it is said with `q=0`, which means anything but. */
const TAKES_GZIP = /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/;

/** Built files never change under their name, so each is compressed once, and well. */
/** @type {Map<string, Buffer>} */
const built = new Map();
/** More than there are; but a name can be spelled in many ways (`%61` for `a`), and who spells them shall not fill the memory. */
const MOST_BUILT = 500;

/**
 * @param {string} path
 * @param {import('node:http').ServerResponse} response
 * @param {Buffer} body
 * @returns {Buffer | Promise<Buffer>}
 */
function pack(path, response, body) {
  // `next dev` gives changing files such names too, and says of none that it never changes.
  const never = /\bimmutable\b/.test(String(response.getHeader('cache-control') ?? ''));
  if (never && response.statusCode === 200 && path.startsWith('/_next/static/')) {
    const known = built.get(path);
    if (known) return known;
    return gzip(body, { level: 9 }).then((packed) => {
      if (built.size >= MOST_BUILT) built.clear();
      built.set(path, packed);
      return packed;
    });
  }
  // Level 1 saves two thirds of the time for a tenth more bytes.
  return body.length > AT_ONCE ? gzip(body, { level: 1 }) : packAtOnce(body);
}

/**
 * @param {Buffer} body
 * @returns {Buffer}
 */
function packAtOnce(body) {
  const { buffer, engine } = /** @type {any} */ (zlib.gzipSync(body, { level: 1, memLevel: 9, info: true }));
  // A stream of Node's outlives the frequent collections (its `onwrite` is a function of the kind that gather.mjs tells of);
  // its piece of the pool of buffers would hold 64 KB with it.
  engine._outBuffer = null;
  return buffer;
}

/** @param {import('node:http').ServerResponse} response */
function isText(response) {
  const { statusCode } = response;
  if ([204, 206, 304].includes(statusCode) || response.hasHeader('content-encoding')) return false;
  return TEXT.test(String(response.getHeader('content-type') ?? ''));
}

/**
 * Makes an answer of text travel compressed, for whoever takes gzip. Event streams, parts of files, and what is compressed
 * already pass untouched.
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
export function compress(request, response) {
  if (request.method === 'HEAD' || !TAKES_GZIP.test(String(request.headers['accept-encoding'] ?? ''))) return;
  const path = (request.url ?? '').split('?', 1)[0] ?? '';
  gather(
    response,
    () => isText(response),
    (body) => {
      /** @param {Buffer} packed */
      const asSent = (packed) => {
        if (packed !== body) response.setHeader('content-encoding', 'gzip');
        response.setHeader('content-length', packed.length);
        return packed;
      };
      response.appendHeader('vary', 'Accept-Encoding');
      const packed = body.length < WORTH_IT ? body : pack(path, response, body);
      return Buffer.isBuffer(packed) ? asSent(packed) : packed.catch(() => body).then(asSent);
    },
  );
}
