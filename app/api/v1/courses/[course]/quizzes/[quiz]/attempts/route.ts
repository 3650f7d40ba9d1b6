import { StartAttempt } from '@/lib/attempts/schema';
import { startAttempt } from '@/lib/attempts/start-attempt';
import { EVERYBODY } from '@/lib/authz/roles';
import { courseRoute } from '@/lib/doors/routes';

/** Starts an attempt at a quiz, or goes on with the open one: `{}` → `{ attemptId }`. */
export const POST = courseRoute(EVERYBODY, StartAttempt, startAttempt);
