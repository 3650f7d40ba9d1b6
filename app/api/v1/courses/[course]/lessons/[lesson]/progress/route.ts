import { EVERYBODY } from '@/lib/authz/roles';
import { courseRoute } from '@/lib/doors/routes';
import { markPassagesRead } from '@/lib/progress/mark-passages-read';
import { MarkPassagesRead } from '@/lib/progress/schema';

export const POST = courseRoute(EVERYBODY, MarkPassagesRead, markPassagesRead);
