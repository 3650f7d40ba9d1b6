/** A fault that the person at the keyboard can mend: the message says what was found, `todo` what to do about it. */
export class Explained extends Error {
  override readonly name = 'Explained';
  constructor(
    message: string,
    readonly todo: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

interface Coded {
  readonly code?: string;
  readonly path?: string;
  readonly address?: string;
  readonly port?: number;
}

/** Turns the errors that a start meets (disk full, no permission, a migration that does not fit) into explained ones; leaves others as they are. */
export function explainSystem(error: unknown, where: string): unknown {
  if (error instanceof Explained || !(error instanceof Error)) return error;
  if (error.name === 'MigrationError')
    return new Explained('The database could not be brought up to date.', error.message, { cause: error });
  const { code, path } = error as Error & Coded;
  const at = path ?? where;
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
    case '53100':
      return new Explained(
        `The disk is full: ${at} could not be written.`,
        'Free some space and start again; nothing is lost.',
        { cause: error },
      );
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new Explained(
        `${at} cannot be written (${code}).`,
        'Give this user the right to write there, or set LECTERN_DATA to a folder of your own.',
        { cause: error },
      );
    case 'ENOTDIR':
    case 'EEXIST':
      return new Explained(
        `${at} is a file where a folder is needed.`,
        'Move it away, or set LECTERN_DATA to another folder.',
        {
          cause: error,
        },
      );
    case 'EMFILE':
    case 'ENFILE':
      return new Explained('This machine has no open files left.', 'Close some programs, or raise `ulimit -n`.', {
        cause: error,
      });
    default:
      return error;
  }
}

/** How an error is shown: explained ones in two lines, others with their stack, because they are ours to mend. */
export function show(error: unknown): string {
  if (error instanceof Explained) return `\n${error.message}\n${error.todo}\n`;
  return `\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`;
}
