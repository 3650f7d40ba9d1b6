'use client';

import { useSyncExternalStore } from 'react';
import { Icon } from './icon';

function subscribe(onChange: () => void): () => void {
  window.addEventListener('online', onChange);
  window.addEventListener('offline', onChange);
  return () => {
    window.removeEventListener('online', onChange);
    window.removeEventListener('offline', onChange);
  };
}

/** Whether the browser believes that it has a network. True on the server. */
export const useOnline = (): boolean =>
  useSyncExternalStore(
    subscribe,
    () => navigator.onLine,
    () => true,
  );

/** Says that the connection is gone, and what still works. A screen that queues what is written says more in `children`. */
export function OfflineNotice({ children }: { children?: string }) {
  const online = useOnline();
  return (
    <div role="status" className="no-print">
      {online ? null : (
        <p className="flex items-center justify-center gap-2 bg-warn-soft px-4 py-2 text-ink text-ui-s">
          <Icon name="offline" className="size-4 text-warn" />
          {children ?? 'You are offline. What is on this page stays here; going elsewhere needs the connection back.'}
        </p>
      )}
    </div>
  );
}
