import { saveResponse } from '@/lib/attempts/save-response';
import { SaveResponse } from '@/lib/attempts/schema';
import { EVERYBODY } from '@/lib/authz/roles';
import { courseRoute } from '@/lib/doors/routes';

/** Saves one response or flag; answers after the commit, never before. `SaveResponse` → `Saved`. */
export const POST = courseRoute(EVERYBODY, SaveResponse, saveResponse);
