import { type Actor, expected } from './actors';
import { type Door, PAGES } from './pages';

/** A screen as somebody sees it. */
export interface View {
  readonly door: Door;
  readonly actor: Actor;
}

const FACES: readonly Actor[] = ['nobody', 'student', 'assistant', 'instructor', 'admin'];

/** Every page, once for each of the faces that it opens for. */
export const VIEWS: readonly View[] = PAGES.flatMap((door) =>
  FACES.filter((actor) => expected(door.audience, actor) === 'open').map((actor) => ({ door, actor })),
);

/** Every page, once: as the student where a student may see it, else as the first who may. */
export const ONE_VIEW_A_PAGE: readonly View[] = PAGES.flatMap((door) => {
  const actor = (['student', 'nobody', 'instructor', 'admin'] as const).find(
    (face) => expected(door.audience, face) === 'open',
  );
  return actor ? [{ door, actor }] : [];
});

export const WIDTHS = [1280, 390] as const;
export const THEMES = ['light', 'dark'] as const;
