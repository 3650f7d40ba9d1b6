'use client';

import { useActionState } from 'react';
import { Icon } from '@/components/ui/icon';
import { type Theme, useTheme } from './theme-provider';

const NEXT: Record<Theme, { theme: Theme; label: string }> = {
  system: { theme: 'light', label: 'Theme: as the system. Change to light' },
  light: { theme: 'dark', label: 'Theme: light. Change to dark' },
  dark: { theme: 'system', label: 'Theme: dark. Change to the system’s' },
};
const ICONS = { system: 'system', light: 'sun', dark: 'moon' } as const;

/** One button through three themes. Without JavaScript it is a form that the server answers. */
export function ThemeSwitch() {
  const { theme, action, choose } = useTheme();
  const [, submit] = useActionState(action, null);
  const next = NEXT[theme];
  return (
    <form action={submit}>
      <input type="hidden" name="theme" value={next.theme} />
      <button
        type="submit"
        aria-label={next.label}
        title={next.label}
        className="grid size-11 place-items-center rounded-sm text-ink-2 hover:bg-sunken"
        onClick={(event) => {
          event.preventDefault();
          choose(next.theme);
        }}
      >
        <Icon name={ICONS[theme]} />
      </button>
    </form>
  );
}
