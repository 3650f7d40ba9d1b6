import { openRead } from '@/lib/doors/routes';

/** That this process answers; whether it is ready for work is /api/health/ready's to say. */
export const GET = openRead(async function health() {
  return Response.json({ alive: true }, { headers: { 'Cache-Control': 'no-store' } });
});
