import { Explained } from '../explained';

/** The words after a command's name, told apart. */
export interface Arguments {
  readonly words: readonly string[];
  readonly options: ReadonlyMap<string, string>;
}

/** Reads `<word> --name value --flag`. Options that take no value are named in `flags`; unknown ones are refused. */
export function readArguments(
  given: readonly string[],
  names: readonly string[],
  flags: readonly string[] = [],
): Arguments {
  const words: string[] = [];
  const options = new Map<string, string>();
  for (let i = 0; i < given.length; i++) {
    const word = given[i] ?? '';
    if (!word.startsWith('--')) {
      words.push(word);
      continue;
    }
    const [name = '', joined] = word.slice(2).split(/=(.*)/s);
    if (flags.includes(name)) options.set(name, '');
    else if (names.includes(name)) options.set(name, joined ?? given[++i] ?? '');
    else
      throw new Explained(
        `There is no option --${name}.`,
        `Options: ${[...names, ...flags].map((each) => `--${each}`).join(', ') || 'none'}.`,
      );
  }
  return { words, options };
}

/** The one folder that a command is about. */
export function oneFolder(words: readonly string[]): string {
  const [folder, more] = words;
  if (folder === undefined || more !== undefined) {
    throw new Explained('One folder is needed.', 'For example: content/seoul-tokyo');
  }
  return folder;
}
