import { EVERYBODY } from '@/lib/authz/roles';
import { courseRead } from '@/lib/doors/routes';
import { countNewThreads } from '@/lib/threads/queries';
import { CountNewThreads } from '@/lib/threads/schema';

export const GET = courseRead(EVERYBODY, CountNewThreads, countNewThreads);
