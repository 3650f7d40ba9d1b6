/** The keys of the player. The help lists them from here, so it cannot say anything else than what works. */
export const KEYS = [
  { keys: '1–9, A–I', does: 'Choose an option (F stays the flag; the sixth option is 6)' },
  { keys: 'Enter', does: 'Next question' },
  { keys: 'Shift + Enter', does: 'Previous question' },
  { keys: 'F', does: 'Flag the question, or take the flag away' },
  { keys: 'T', does: 'Hear how much time is left and whether all is saved' },
  { keys: '?', does: 'This help' },
] as const;

export type Press =
  | { readonly does: 'next' | 'previous' | 'flag' | 'time' | 'help' }
  | { readonly does: 'choose'; readonly key: string };

interface Pressed {
  readonly key: string;
  readonly shift: boolean;
  /** What has the focus: a field to type in, something that Enter presses, or neither. */
  readonly on: 'text' | 'text-line' | 'control' | 'page';
}

/** What a key means; null for nothing. Letters mean nothing while a field has the focus; Enter leaves a one-line field. */
export function readKey({ key, shift, on }: Pressed): Press | null {
  if (on === 'text') return null;
  if (key === 'Enter') return on === 'control' ? null : { does: shift ? 'previous' : 'next' };
  if (on === 'text-line') return null;
  if (key === '?') return { does: 'help' };
  const letter = key.toLowerCase();
  if (letter === 'f') return { does: 'flag' };
  if (letter === 't') return { does: 'time' };
  return /^[1-9a-i]$/.test(letter) ? { does: 'choose', key: letter } : null;
}

/** What kind of thing has the focus, as `readKey` asks it. */
export function focusKind(element: Element | null): Pressed['on'] {
  if (element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement) return 'text';
  if (element instanceof HTMLElement && element.isContentEditable) return 'text';
  if (element instanceof HTMLInputElement) return /^(radio|checkbox)$/.test(element.type) ? 'page' : 'text-line';
  return element?.closest('button, a[href], summary, [role="button"]') ? 'control' : 'page';
}
