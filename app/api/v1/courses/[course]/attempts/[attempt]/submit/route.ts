import { OneAttempt } from '@/lib/attempts/schema';
import { submitAttempt } from '@/lib/attempts/submit-attempt';
import { EVERYBODY } from '@/lib/authz/roles';
import { courseRoute } from '@/lib/doors/routes';

/** Submits an attempt: `{}` → `Receipt`, the same one however often it is asked. */
export const POST = courseRoute(EVERYBODY, OneAttempt, submitAttempt);
