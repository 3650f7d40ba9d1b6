import { viewerRead } from '@/lib/doors/routes';
import { countNotifications } from '@/lib/notifications/queries';
import { CountNotifications } from '@/lib/notifications/schema';

export const GET = viewerRead(CountNotifications, countNotifications);
