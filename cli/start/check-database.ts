import pg from 'pg';
import { Explained } from '../explained';

const OLDEST = 15;

interface Fault {
  readonly code?: string;
  readonly message: string;
}

function explain(error: Fault, where: string, url: URL): Error {
  const user = decodeURIComponent(url.username);
  const say = (message: string, todo: string): Explained => new Explained(message, todo, { cause: error });
  switch (error.code) {
    case 'ECONNREFUSED':
      return say(
        `Nothing listens at ${where}, where DATABASE_URL says that the database is.`,
        'Start PostgreSQL there, or mend host and port.',
      );
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return say(
        `The name "${url.hostname}" in DATABASE_URL cannot be found.`,
        'Mend the host name, or wait for the network.',
      );
    case 'ETIMEDOUT':
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
      return say(
        `${where}, where DATABASE_URL says that the database is, cannot be reached.`,
        'Check the address, and any firewall between.',
      );
    case '28P01':
    case '28000':
      return say(
        `The database at ${where} refuses the user "${user}" (${error.message}).`,
        'Mend user and password in DATABASE_URL; special characters in a password are written as %XX.',
      );
    case '3D000':
      return say(
        `The database "${url.pathname.slice(1)}" does not exist at ${where}.`,
        `Create it: createdb ${url.pathname.slice(1)}`,
      );
    case '42501':
      return say(
        `"${user}" may not create tables in that database.`,
        `Allow it: GRANT CREATE ON SCHEMA public TO "${user}"`,
      );
    case '53300':
      return say(
        `The database at ${where} has no connection left.`,
        'Lectern needs about 15: raise max_connections, or close others.',
      );
    default:
      if (/timeout/i.test(error.message)) return explain({ ...error, message: '', code: 'ETIMEDOUT' }, where, url);
      return say(`The database at ${where} cannot be used: ${error.message}`, 'Check DATABASE_URL.');
  }
}

/** Connects once to a database given by address, and throws Explained where Lectern cannot work with it. */
export async function checkDatabase(databaseUrl: string): Promise<void> {
  const url = new URL(databaseUrl);
  const where = `${url.hostname || 'localhost'}:${url.port || '5432'}`;
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ version: number; encoding: string; may: boolean; readOnly: boolean }>(
      `select current_setting('server_version_num')::int / 10000 as version, current_setting('server_encoding') as encoding,
              coalesce(has_schema_privilege(current_schema(), 'create'), false) as may,
              current_setting('transaction_read_only') = 'on' as "readOnly"`,
    );
    const [row] = rows;
    if (row && row.version < OLDEST) {
      throw new Explained(
        `The database at ${where} is PostgreSQL ${row.version}; ${OLDEST} or newer is needed.`,
        'Upgrade it, or use another.',
      );
    }
    if (row && row.encoding !== 'UTF8') {
      throw new Explained(
        `The database's encoding is ${row.encoding}, and UTF8 is needed.`,
        'Create one: createdb -E UTF8 -T template0 lectern',
      );
    }
    if (row?.readOnly) {
      throw new Explained(
        `The database at ${where} can only be read: it is a standby, or set to read only.`,
        'Give DATABASE_URL the address of the primary.',
      );
    }
    if (row && !row.may) throw Object.assign(new Error('no right to create'), { code: '42501' });
  } catch (error) {
    throw error instanceof Explained ? error : explain(error as Fault, where, url);
  } finally {
    await client.end().catch(() => {});
  }
}
