import { openRead } from '@/lib/doors/routes';
import { pool } from '@/lib/kernel/pool';
import { readiness } from '@/lib/kernel/readiness';

/** Whether this site is ready for work: 200, or 503 with what is missing. */
export const GET = openRead(async function ready() {
  const answer = await readiness(pool());
  return Response.json(answer, { status: answer.ready ? 200 : 503, headers: { 'Cache-Control': 'no-store' } });
});
