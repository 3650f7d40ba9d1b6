'use client';

import { usePathname, useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { showCurrent } from './aria-current';
import { changeTheme, showTheme } from './change-theme';
import { loadNameFonts } from './name-fonts';
import { partWithUnsent } from './part-with-unsent';
import { showOffline } from './show-offline';
import { sendSoftly } from './soft-forms';
import { followSoftly } from './soft-links';

function submitted(event: SubmitEvent, router: ReturnType<typeof useRouter>): void {
  const form = event.target as HTMLFormElement;
  const { themeSwitch, signOut, soft } = form.dataset;
  if (themeSwitch === undefined && signOut === undefined && soft === undefined) return;
  event.preventDefault();
  if (themeSwitch !== undefined) changeTheme();
  else if (soft !== undefined) void sendSoftly(form, router);
  else partWithUnsent().then((sure) => sure && form.submit());
}

/** What the markup says of the moment. It may have come just now, by a refresh, or stand for a page that was gone back to. */
function bringUpToDate(): void {
  showTheme();
  showCurrent();
  showOffline();
}

/**
 * What scripts do for the static markup around every page, and for static links in it: by delegation, since markup is put in
 * anew without being asked. Without them links and forms of the frame are ordinary ones.
 */
export function FrameScripts() {
  const router = useRouter();
  const path = usePathname();
  useEffect(() => {
    const control = new AbortController();
    const { signal } = control;
    document.addEventListener('click', (event) => followSoftly(event, router), { signal });
    document.addEventListener('submit', (event) => submitted(event, router), { signal });
    window.addEventListener('online', showOffline, { signal });
    window.addEventListener('offline', showOffline, { signal });
    // Before the browser paints, whoever put it there: a layout that comes back, or a part that changed on a refresh.
    const observer = new MutationObserver(bringUpToDate);
    observer.observe(document.body, { childList: true, subtree: true });
    signal.addEventListener('abort', () => observer.disconnect());
    return () => control.abort();
  }, [router]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each page is looked at anew
  useEffect(() => {
    bringUpToDate();
    loadNameFonts();
  }, [path]);
  return null;
}
