// Next sends a page through nine streams. On Node 26 each of them outlives V8's frequent collections: its state has a function
// of its own, `onwrite`, which V8 takes for lasting (gather.mjs tells why), and that holds the stream. By its listeners a stream
// holds most of the page it carried: a tenth of all that a page allocates was copied twice, and stayed until the whole heap
// was marked.
import { Transform } from 'node:stream';

/** @param {Transform} stream */
const forget = (stream) => void stream.removeAllListeners();

/**
 * From now on a stream that transforms or passes through, once it is closed and has said so, lets its listeners go. Nobody is told
 * anything by it after that. Streams with a `_destroy` of their own, as zlib's, are left as they are.
 */
export function letStreamsGo() {
  /** @this {Transform} */
  Transform.prototype._destroy = function (error, done) {
    done(error);
    // "close" has its turn before this one.
    process.nextTick(forget, this);
  };
}
