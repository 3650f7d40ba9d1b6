import { Icon } from '@/components/ui/icon';

/** Where it is said that the connection is gone, and what still works; show-offline.ts brings the words in and takes them out. */
export function OfflineNotice() {
  return (
    <div role="status" className="no-print" data-offline-notice="">
      <template>
        <p className="flex items-center justify-center gap-2 bg-warn-soft px-4 py-2 text-ink text-ui-s">
          <Icon name="offline" className="size-4 text-warn" />
          You are offline. What is on this page stays here; going elsewhere needs the connection back.
        </p>
      </template>
    </div>
  );
}
