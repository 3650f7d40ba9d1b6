const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** More options than letters cannot be drawn. */
export const LETTER_COUNT = LETTERS.length;

/** The id that a drawn option gets for its place: 0 is `a`. */
export function letterAt(place: number): string {
  const letter = LETTERS[place];
  if (letter === undefined)
    throw new Error(`There is no letter for place ${place}: at most ${LETTER_COUNT} are drawn.`);
  return letter;
}

/** The place that a key press means: `1` and `a` and `A` are 0; null for any other key. Nine places have a key. */
export function placeOfKey(key: string): number | null {
  if (key.length !== 1) return null;
  const place = /[1-9]/.test(key) ? Number(key) - 1 : LETTERS.indexOf(key.toLowerCase());
  return place >= 0 && place < 9 ? place : null;
}
