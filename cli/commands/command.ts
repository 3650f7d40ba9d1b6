/** One command of `npm run lectern -- …`. */
export interface Command {
  /** "course check" */
  readonly name: string;
  /** What follows the name: "<folder>". */
  readonly usage: string;
  readonly about: string;
  /** Does it and returns the exit code. Throws Explained where the person at the keyboard can mend what is wrong. */
  readonly run: (words: readonly string[]) => Promise<number>;
}
