'use server';

import { viewerAction } from '@/lib/doors/actions';
import {
  markAllNotifications as markAllNotificationsCommand,
  markNotifications as markNotificationsCommand,
} from '@/lib/notifications/mark-notifications';
import { MarkAllNotifications, MarkNotifications } from '@/lib/notifications/schema';

export const markNotifications = viewerAction(MarkNotifications, markNotificationsCommand);
export const markAllNotifications = viewerAction(MarkAllNotifications, markAllNotificationsCommand);
