import { visitorForm } from '@/lib/doors/forms';
import { ChooseTheme, chooseTheme } from '@/lib/doors/theme';

/** The switch in the head of every page as it works without JavaScript: `theme=dark`. */
export const POST = visitorForm(ChooseTheme, chooseTheme);
