// Answers are gathered, compressed in one go, and sent in one write with their length. A compressing stream hands each part to
// a thread and back, which costs more than the compressing; and no page of ours is made in parts that somebody waits for.
import { promisify } from 'node:util';
import zlib from 'node:zlib';
import { gather } from './gather.mjs';

const WORTH_IT = 860;
/** Up to here the server compresses by itself, which takes 2 ms at most: asking a thread to costs more than a short text. */
const AT_ONCE = 512_000;
const TEXT = /^(text\/(?!event-stream)|application\/(json|javascript|manifest\+json|xml)|image\/svg\+xml)/;
const ZSTD_LEVEL = zlib.constants.ZSTD_c_compressionLevel;

/**
 * How a text may travel: compressed by the server itself, by a thread (a large one), or as well as can be (a built file, once).
 * @typedef {object} Coding
 * @property {string} name
 * @property {(body: Buffer) => Buffer} atOnce
 * @property {(body: Buffer) => Promise<Buffer>} aside
 * @property {(body: Buffer) => Promise<Buffer>} well
 */

/**
 * A page as zstd at its first level takes a sixth less CPU than as gzip at its own, and a tenth fewer bytes. Browsers of the last
 * years take it, from https and from this machine; Node 20 does not make it.
 * @returns {Coding}
 */
function zstd() {
  const compress = promisify(zlib.zstdCompress);
  const at = (/** @type {number} */ level) => ({ params: { [ZSTD_LEVEL]: level } });
  return {
    name: 'zstd',
    atOnce: (body) => letGo(zlib.zstdCompressSync(body, { ...at(1), pledgedSrcSize: body.length, ...INFO })),
    aside: (body) => compress(body, at(1)),
    well: (body) => compress(body, at(19)),
  };
}

/**
 * Level 1 saves two thirds of the time of the usual 6 for a tenth more bytes.
 * @returns {Coding}
 */
function gzip() {
  const compress = promisify(
    /** @type {(body: Buffer, options: zlib.ZlibOptions, done: zlib.CompressCallback) => void} */ (zlib.gzip),
  );
  return {
    name: 'gzip',
    atOnce: (body) => letGo(zlib.gzipSync(body, { level: 1, memLevel: 9, ...INFO })),
    aside: (body) => compress(body, { level: 1 }),
    well: (body) => compress(body, { level: 9 }),
  };
}

/** Has Node hand over the stream it compressed with. */
const INFO = { info: true };

/**
 * A stream of Node's outlives the frequent collections (its `onwrite` is a function of the kind that gather.mjs tells of); its
 * piece of the pool of buffers would hold 64 KB with it.
 * @param {unknown} packed
 * @returns {Buffer}
 */
function letGo(packed) {
  const { buffer, engine } = /** @type {any} */ (packed);
  engine._outBuffer = null;
  return buffer;
}

/** The best first. */
const CODINGS = [...(zlib.zstdCompress ? [zstd()] : []), gzip()].map((coding) => ({
  ...coding,
  // Said by its name, unless with `q=0`, which means anything but.
  taken: new RegExp(`\\b${coding.name}\\b(?!\\s*;\\s*q=0(?:\\.0*)?\\s*(?:,|$))`),
}));

/** Built files never change under their name, so each is compressed once, and well. */
/** @type {Map<string, Buffer>} */
const built = new Map();
/** More than there are; but a name can be spelled in many ways (`%61` for `a`), and who spells them shall not fill the memory. */
const MOST_BUILT = 500;

/**
 * @param {Coding} coding
 * @param {string} path
 * @param {import('node:http').ServerResponse} response
 * @param {Buffer} body
 * @returns {Buffer | Promise<Buffer>}
 */
function pack(coding, path, response, body) {
  // `next dev` gives changing files such names too, and says of none that it never changes.
  const never = /\bimmutable\b/.test(String(response.getHeader('cache-control') ?? ''));
  if (never && response.statusCode === 200 && path.startsWith('/_next/static/')) {
    const key = `${coding.name} ${path}`;
    const known = built.get(key);
    if (known) return known;
    return coding.well(body).then((packed) => {
      if (built.size >= MOST_BUILT) built.clear();
      built.set(key, packed);
      return packed;
    });
  }
  return body.length > AT_ONCE ? coding.aside(body) : coding.atOnce(body);
}

/** @param {import('node:http').ServerResponse} response */
function isText(response) {
  const { statusCode } = response;
  if ([204, 206, 304].includes(statusCode) || response.hasHeader('content-encoding')) return false;
  return TEXT.test(String(response.getHeader('content-type') ?? ''));
}

/**
 * Makes an answer of text travel compressed, for whoever takes zstd or gzip. Event streams, parts of files, and what is compressed
 * already pass untouched.
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
export function compress(request, response) {
  const takes = String(request.headers['accept-encoding'] ?? '');
  const coding = CODINGS.find(({ taken }) => taken.test(takes));
  if (request.method === 'HEAD' || !coding) return;
  const path = (request.url ?? '').split('?', 1)[0] ?? '';
  gather(
    response,
    () => isText(response),
    (body) => {
      /** @param {Buffer} packed */
      const asSent = (packed) => {
        if (packed !== body) response.setHeader('content-encoding', coding.name);
        response.setHeader('content-length', packed.length);
        return packed;
      };
      response.appendHeader('vary', 'Accept-Encoding');
      const packed = body.length < WORTH_IT ? body : pack(coding, path, response, body);
      return Buffer.isBuffer(packed) ? asSent(packed) : packed.catch(() => body).then(asSent);
    },
  );
}
