/**
 * Bytes of a part of an answer, as node:http takes it; their own copy, since who wrote them may use theirs again.
 * @param {any} chunk
 * @param {any} encoding
 * @returns {Buffer}
 */
const bytesOf = (chunk, encoding) =>
  typeof chunk === 'string' ? Buffer.from(chunk, typeof encoding === 'string' ? encoding : 'utf8') : Buffer.from(chunk);

/**
 * Holds an answer back until it is whole, where `wants` says so when its first part comes; what `finish` makes of it is sent
 * in one write. An answer that is not wanted, or has no body, passes untouched. Where what
 * `finish` promises fails, the connection is cut.
 * @param {import('node:http').ServerResponse} response
 * @param {() => boolean} wants
 * @param {(body: Buffer) => Buffer | Promise<Buffer>} finish may set headers, too
 */
export function gather(response, wants, finish) {
  const { write, end, flushHeaders } = response;
  /** @type {Buffer[] | null | undefined} undefined until it is known; null where they pass untouched */
  let parts;
  let ended = false;
  const gathered = () => {
    if (parts === undefined) parts = !response.headersSent && wants() ? [] : null;
    return parts;
  };

  const flushHeadersLater = () => {
    if (!gathered()) flushHeaders.call(response);
  };
  const writeLater = (/** @type {any[]} */ ...given) => {
    const into = gathered();
    if (!into) return /** @type {any} */ (write).apply(response, given);
    into.push(bytesOf(given[0], given[1]));
    const told = given.find((each) => typeof each === 'function');
    if (told) process.nextTick(told);
    return true;
  };
  const endAtOnce = (/** @type {any[]} */ ...given) => {
    const [chunk, encoding] = given;
    const hasChunk = chunk !== undefined && chunk !== null && typeof chunk !== 'function';
    const into = hasChunk ? gathered() : parts;
    if (!into) return /** @type {any} */ (end).apply(response, given);
    const told = given.find((each) => typeof each === 'function');
    // A second end says nothing new, as with node:http; the first may still be at work.
    if (ended) {
      if (told) process.nextTick(told);
      return response;
    }
    ended = true;
    if (hasChunk) into.push(bytesOf(chunk, encoding));
    const body = into.length === 1 && into[0] ? into[0] : Buffer.concat(into);
    // The answer, and this with it, may stay for a while after it is sent; its bytes need not.
    into.length = 0;
    /** @param {Buffer} whole */
    const send = (whole) => void end.call(response, whole, /** @type {any} */ (told));
    const whole = finish(body);
    if (Buffer.isBuffer(whole)) send(whole);
    else whole.then(send).catch((error) => response.destroy(error));
    return response;
  };
  // Named first, and only then put in their places: V8 takes a function that is written where it is assigned to a property
  // for one that stays, and puts it beyond the reach of its frequent collections, with all that it closes over. That was
  // every answer's bytes, and their sum had the whole heap marked once in 300 pages.
  Object.assign(response, { flushHeaders: flushHeadersLater, write: writeLater, end: endAtOnce });
}
