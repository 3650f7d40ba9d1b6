import { STAFF } from '@/lib/authz/roles';
import { courseRead } from '@/lib/doors/routes';
import { exportClassTable } from '@/lib/gradebook/export-class-table';
import { ClassView } from '@/lib/gradebook/schema';

export const GET = courseRead(STAFF, ClassView, exportClassTable);
