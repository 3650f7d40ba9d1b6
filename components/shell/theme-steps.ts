import type { IconName } from '@/components/ui/icon';

export type Theme = 'light' | 'dark' | 'system';

interface Step {
  readonly next: Theme;
  readonly label: string;
  readonly icon: IconName;
}

/** What the one button through three themes says and does in each. */
export const THEME_STEPS: Readonly<Record<Theme, Step>> = {
  system: { next: 'light', label: 'Theme: as the system. Change to light', icon: 'system' },
  light: { next: 'dark', label: 'Theme: light. Change to dark', icon: 'sun' },
  dark: { next: 'system', label: 'Theme: dark. Change to the system’s', icon: 'moon' },
};
