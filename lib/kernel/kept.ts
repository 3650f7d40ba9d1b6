/**
 * What can never change, kept in the process so that it is read and worked out once: the text of a lesson's version, a
 * question's version, a post's edition. Its key must name the very text (an id of a version), so this is no second truth and
 * needs no emptying; whether somebody may see it is asked of the database each time, never of this. The one that was not asked
 * for longest goes first.
 */
export class Kept<T> {
  readonly #all = new Map<string, T>();
  readonly #most: number;

  /** `most`: how many are kept; what they weigh together is for the caller to weigh. */
  constructor(most: number) {
    this.#most = most;
  }

  /** Undefined where it is not kept, or no more. */
  get(key: string): T | undefined {
    const found = this.#all.get(key);
    if (found !== undefined) this.set(key, found);
    return found;
  }

  /** Keeps it, and returns it. */
  set(key: string, one: T): T {
    this.#all.delete(key);
    this.#all.set(key, one);
    if (this.#all.size > this.#most) this.#all.delete(this.#all.keys().next().value as string);
    return one;
  }

  /** Lets go of one that nobody will ask for. */
  delete(key: string): void {
    this.#all.delete(key);
  }
}
