import http from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';

// The floor: what the same machine and database take for the least that a page could do, one prepared query and its row.

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
const server = http.createServer((request, response) => {
  const id = request.url?.slice(1);
  pool.query({ name: 'floor', text: 'select id, display_name from person where id = $1::uuid', values: [id] }).then(
    ({ rows }) => {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(rows[0]));
    },
    (error: unknown) => {
      response.statusCode = 500;
      response.end(String(error));
    },
  );
});
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
process.on('disconnect', () => process.exit(0));
