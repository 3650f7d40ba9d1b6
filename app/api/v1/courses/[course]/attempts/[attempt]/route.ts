import { getAttemptState } from '@/lib/attempts/queries';
import { OneAttempt } from '@/lib/attempts/schema';
import { EVERYBODY } from '@/lib/authz/roles';
import { courseRead } from '@/lib/doors/routes';

/** Where the viewer's own attempt stands: `AttemptState` in lib/attempts/schema.ts. */
export const GET = courseRead(EVERYBODY, OneAttempt, getAttemptState);
