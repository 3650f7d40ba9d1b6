'use client';

import { type RefObject, useCallback, useEffect, useState } from 'react';

const PREFIX = 'lectern.draft:';

/**
 * Keeps the named fields of a form on this device as they are typed, and puts them back into a form that nobody has touched: after
 * a reload, a crash, a closed tab. What is chosen comes along with what is written, and alone is no draft. `kept` is true while
 * something is kept; `forget` is for when it has been sent. Key null: nothing is kept. `refused`: the page came with words in its
 * fields that were sent and not taken; they are newer than any draft, and become it.
 */
export function useDraft(
  form: RefObject<HTMLFormElement | null>,
  key: string | null,
  names: readonly string[],
  refused: boolean,
) {
  const [kept, setKept] = useState(false);
  const place = key === null ? null : PREFIX + key;
  const list = names.join(' ');
  useEffect(() => {
    const element = form.current;
    if (!element || !place) return;
    const keep = (): void => setKept(store(element, place, list.split(' '), refused));
    if (refused) keep();
    else setKept(restore(element, place, list.split(' ')));
    element.addEventListener('input', keep);
    return () => element.removeEventListener('input', keep);
  }, [form, place, list, refused]);
  const forget = useCallback(() => {
    try {
      if (place) localStorage.removeItem(place);
    } catch {
      // Storage that is shut has nothing to forget.
    }
    setKept(false);
  }, [place]);
  return { kept, forget };
}

type Words = HTMLInputElement | HTMLTextAreaElement;
const isWords = (field: unknown): field is Words =>
  field instanceof HTMLTextAreaElement || (field instanceof HTMLInputElement && field.type !== 'radio');

/** A field with a value: words, a list to choose from, a group of radio buttons. */
const fieldOf = (form: HTMLFormElement, name: string): Words | HTMLSelectElement | RadioNodeList | null => {
  const field = form.elements.namedItem(name);
  return isWords(field) || field instanceof HTMLSelectElement || field instanceof RadioNodeList ? field : null;
};

const untouched = (field: Words): boolean => field.value.trim() === field.defaultValue.trim();

const isTyped = (field: unknown): boolean => isWords(field) && !untouched(field);

function store(form: HTMLFormElement, place: string, names: readonly string[], unsent: boolean): boolean {
  const words = Object.fromEntries(names.map((name) => [name, fieldOf(form, name)?.value ?? '']));
  try {
    if (unsent || names.some((name) => isTyped(fieldOf(form, name)))) {
      localStorage.setItem(place, JSON.stringify(words));
      return true;
    }
    localStorage.removeItem(place);
  } catch {
    // A full or shut storage keeps nothing, and the page does not claim that it does.
  }
  return false;
}

function restore(form: HTMLFormElement, place: string, names: readonly string[]): boolean {
  try {
    const words: unknown = JSON.parse(localStorage.getItem(place) ?? 'null');
    if (typeof words !== 'object' || words === null) return false;
    if (names.some((name) => isTyped(fieldOf(form, name)))) return true;
    for (const name of names) {
      const field = fieldOf(form, name);
      const text = (words as Record<string, unknown>)[name];
      if (field && typeof text === 'string') field.value = text;
    }
    return true;
  } catch {
    return false;
  }
}
