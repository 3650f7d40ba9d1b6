import path from 'node:path';
import { Explained } from '../explained';

/** What a start is told by its environment, checked. */
export interface Settings {
  readonly host: string;
  readonly port: number;
  /** Where this machine reaches the server, e.g. "http://127.0.0.1:3000". */
  readonly origin: string;
  /** How the world reaches it: LECTERN_URL, an origin without a slash at the end. */
  readonly url: string;
  /** Absolute: the secret, the embedded databases, the demo's accounts. */
  readonly dataFolder: string;
  readonly demo: boolean;
  readonly database:
    | { readonly kind: 'embedded'; readonly folder: string }
    | { readonly kind: 'given'; readonly url: string };
}

type Environment = Readonly<Record<string, string | undefined>>;

/** True for a name or address that only this machine reaches. */
export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);

const inUrl = (host: string): string => (host.includes(':') ? `[${host}]` : host);

/** An address to call for a server that listens on `host`: "every interface" is no address, so loopback stands in. */
const callable = (host: string): string => (host === '0.0.0.0' || host === '::' ? '127.0.0.1' : inUrl(host));

function readPort(text: string | undefined, problems: string[]): number {
  if (text === undefined) return 3000;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (port < 1 || port > 65_535) problems.push(`PORT is "${text}": a number from 1 to 65535 is needed, e.g. PORT=3000`);
  return port;
}

function readHost(text: string | undefined, problems: string[]): string {
  if (text === undefined) return '127.0.0.1';
  if (!/^[\w.:-]+$/.test(text)) {
    problems.push(
      `HOST is "${text}": an address of this machine is needed, e.g. HOST=127.0.0.1, or HOST=0.0.0.0 for all`,
    );
  }
  return text;
}

function readUrl(text: string | undefined, fallback: string, problems: string[]): string {
  if (text === undefined) return fallback;
  const url = URL.canParse(text) ? new URL(text) : null;
  const wanted = 'an address like https://learn.example.org is needed';
  if (!url || !/^https?:$/.test(url.protocol) || url.host === '') problems.push(`LECTERN_URL is "${text}": ${wanted}`);
  else if (url.pathname !== '/' || url.search || url.hash || url.username || url.password) {
    problems.push(`LECTERN_URL is "${text}": ${wanted}, without a path; Lectern has a host name for itself`);
  } else if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
    problems.push(
      `LECTERN_URL is "${text}": http is for this machine alone. Use https, with a proxy in front that holds the certificate`,
    );
  } else return url.origin;
  return fallback;
}

function checkDatabaseUrl(text: string, problems: string[]): void {
  const url = URL.canParse(text) ? new URL(text) : null;
  const right = url !== null && /^postgres(ql)?:$/.test(url.protocol) && url.pathname.length > 1;
  // The value itself is not shown: it holds a password.
  if (!right) {
    problems.push(
      'DATABASE_URL is not an address like postgresql://user:password@host:5432/lectern (special characters in the password as %XX)',
    );
  }
}

function readDemo(text: string | undefined, embedded: boolean, loopback: boolean, problems: string[]): boolean {
  if (text === undefined) return embedded && loopback;
  if (text !== '0' && text !== '1') problems.push(`LECTERN_DEMO is "${text}": 1 or 0 is needed`);
  if (text === '1' && !embedded) {
    problems.push(
      'LECTERN_DEMO=1 and DATABASE_URL are both set: the demo class lives in the embedded database only. Unset one of them',
    );
  }
  return text === '1';
}

/**
 * Reads PORT, HOST, LECTERN_URL, LECTERN_DATA, LECTERN_DEMO and DATABASE_URL; an empty one counts as unset. `root` is the
 * project's folder. Throws Explained that lists everything found wrong, not only the first.
 */
export function readSettings(environment: Environment, root: string): Settings {
  const given = (name: string): string | undefined => environment[name]?.trim() || undefined;
  const problems: string[] = [];
  const host = readHost(given('HOST'), problems);
  const port = readPort(given('PORT'), problems);
  const origin = `http://${callable(host)}:${port}`;
  const ownUrl = `http://${isLoopback(host) ? inUrl(host) : '127.0.0.1'}:${port}`;
  const url = readUrl(given('LECTERN_URL'), ownUrl, problems);
  const databaseUrl = given('DATABASE_URL');
  if (databaseUrl !== undefined) checkDatabaseUrl(databaseUrl, problems);
  const demo = readDemo(given('LECTERN_DEMO'), databaseUrl === undefined, isLoopback(host), problems);
  if (problems.length > 0) throw new Explained(problems.join('\n'), 'Mend the setting and start again.');

  const dataFolder = path.resolve(root, given('LECTERN_DATA') ?? '.data');
  const folder = path.join(dataFolder, demo ? 'demo' : 'live', 'postgres');
  const database =
    databaseUrl === undefined
      ? ({ kind: 'embedded', folder } as const)
      : ({ kind: 'given', url: databaseUrl } as const);
  return { host, port, origin, url, dataFolder, demo, database };
}
