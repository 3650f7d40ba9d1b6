import { openLive } from '@/lib/doors/live-stream';
import { LiveTopics } from '@/lib/doors/live-topics';
import { viewerRead } from '@/lib/doors/routes';

export const GET = viewerRead(LiveTopics, openLive);
