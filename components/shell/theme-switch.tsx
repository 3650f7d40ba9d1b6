import { Icon } from '@/components/ui/icon';
import { THEME_STEPS, type Theme } from './theme-steps';

/** One button through three themes, a form that the server answers. Where scripts run, change-theme.ts does it on the page. */
export function ThemeSwitch({ theme }: { readonly theme: Theme }) {
  const { next, label, icon } = THEME_STEPS[theme];
  return (
    <form method="post" action="/api/v1/theme" data-theme-switch="">
      <button
        type="submit"
        name="theme"
        value={next}
        aria-label={label}
        title={label}
        className="grid size-11 place-items-center rounded-sm text-ink-2 hover:bg-sunken"
      >
        <Icon name={icon} />
      </button>
    </form>
  );
}
