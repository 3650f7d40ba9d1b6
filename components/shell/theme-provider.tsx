'use client';

import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import type { Result } from '@/lib/kernel/result';

export type Theme = 'light' | 'dark' | 'system';

/** The server action behind the switch, for browsers without JavaScript. (A method, so that any action's `before` fits.) */
export type ThemeAction = {
  act(before: Result<null, string> | null, form: FormData): Promise<Result<null, string>>;
}['act'];

interface Value {
  readonly theme: Theme;
  readonly action: ThemeAction;
  choose(theme: Theme): void;
}

const ThemeContext = createContext<Value | null>(null);
const YEAR_SECONDS = 31_536_000;

// The same cookie that lib/doors/theme.ts reads: the next page comes from the server already in this theme.
function keep(theme: Theme): void {
  const age = theme === 'system' ? 0 : YEAR_SECONDS;
  const https = window.location.protocol === 'https:';
  const name = https ? '__Host-lectern.theme' : 'lectern.theme';
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser
  document.cookie = `${name}=${theme}; path=/; max-age=${age}; samesite=lax${https ? '; secure' : ''}`;
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

/** Hands the theme in force, and the two ways to change it, to the switch in the head of the page. */
export function ThemeProvider({
  initial,
  action,
  children,
}: {
  initial: Theme;
  action: ThemeAction;
  children: ReactNode;
}) {
  const [theme, setTheme] = useState(initial);
  const value = useMemo<Value>(
    () => ({
      theme,
      action,
      choose(next) {
        keep(next);
        setTheme(next);
      },
    }),
    [theme, action],
  );
  return <ThemeContext value={value}>{children}</ThemeContext>;
}

/** Throws outside ThemeProvider, which the root layout puts around every page. */
export function useTheme(): Value {
  const value = useContext(ThemeContext);
  if (!value) throw new Error('useTheme needs ThemeProvider');
  return value;
}
