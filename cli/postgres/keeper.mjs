// One connection that says "I am using this embedded PostgreSQL". It holds a shared lock, which a kill -9 gives back too,
// so the last one to leave knows it, and a lost connection tells at once that PostgreSQL has died.
import pg from 'pg';

const IN_USE = 5_318_008_116;

/** Takes the shared lock on the database at `url`. `onLost` is called once if the connection breaks before `release`. */
export async function keep(url, onLost = () => {}) {
  const client = new pg.Client({ connectionString: url, application_name: 'lectern keeper', keepAlive: true });
  let leaving = false;
  let lost = false;
  const lose = () => {
    if (leaving || lost) return;
    lost = true;
    onLost();
  };
  client.on('error', lose);
  client.on('end', lose);
  await client.connect();
  await client.query('select pg_advisory_lock_shared($1)', [IN_USE]);
  return {
    /** Gives the lock back; true where nobody else holds it, so that the caller may stop PostgreSQL. */
    async release() {
      leaving = true;
      if (lost) return false;
      try {
        await client.query('select pg_advisory_unlock_shared($1)', [IN_USE]);
        const { rows } = await client.query('select pg_try_advisory_lock($1) as last', [IN_USE]);
        return rows[0].last === true;
      } finally {
        client.end().catch(() => {});
      }
    },
  };
}
