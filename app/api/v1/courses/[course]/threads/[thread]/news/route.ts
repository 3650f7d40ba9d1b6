import { EVERYBODY } from '@/lib/authz/roles';
import { courseRead } from '@/lib/doors/routes';
import { countNewPosts } from '@/lib/threads/queries';
import { CountNewPosts } from '@/lib/threads/schema';

export const GET = courseRead(EVERYBODY, CountNewPosts, countNewPosts);
