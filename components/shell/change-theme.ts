import { ICON_PATHS } from '@/components/ui/icon';
import { THEME_STEPS, type Theme } from './theme-steps';

const YEAR_SECONDS = 31_536_000;

function themeNow(): Theme {
  const { theme } = document.documentElement.dataset;
  return theme === 'light' || theme === 'dark' ? theme : 'system';
}

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

/** On to the next theme, at once and for the pages to come. */
export function changeTheme(): void {
  keep(THEME_STEPS[themeNow()].next);
  showTheme();
}

/** The switch as it is for the theme in force: its markup may be older, of a page that was gone back to. */
export function showTheme(): void {
  const { next, label, icon } = THEME_STEPS[themeNow()];
  const button = document.querySelector<HTMLButtonElement>('[data-theme-switch] button');
  if (!button || button.title === label) return;
  button.value = next;
  button.title = label;
  button.setAttribute('aria-label', label);
  button.querySelector('path')?.setAttribute('d', ICON_PATHS[icon]);
}
