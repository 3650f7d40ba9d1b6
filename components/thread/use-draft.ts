'use client';

import { type RefObject, useCallback, useEffect, useState } from 'react';

const PREFIX = 'lectern.draft:';

/**
 * Keeps the named fields of a form on this device as they are typed, and puts them back into an empty form: after a reload, a
 * crash, a closed tab. `kept` is true while something is kept; `forget` is for when it has been sent.
 */
export function useDraft(form: RefObject<HTMLFormElement | null>, key: string, names: readonly string[]) {
  const [kept, setKept] = useState(false);
  const place = PREFIX + key;
  const list = names.join(' ');
  useEffect(() => {
    const element = form.current;
    if (!element) return;
    setKept(restore(element, place, list.split(' ')));
    const keep = (): void => setKept(store(element, place, list.split(' ')));
    element.addEventListener('input', keep);
    return () => element.removeEventListener('input', keep);
  }, [form, place, list]);
  const forget = useCallback(() => {
    try {
      localStorage.removeItem(place);
    } catch {
      // Storage that is shut has nothing to forget.
    }
    setKept(false);
  }, [place]);
  return { kept, forget };
}

const fieldOf = (form: HTMLFormElement, name: string) => {
  const field = form.elements.namedItem(name);
  return field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement ? field : null;
};

function store(form: HTMLFormElement, place: string, names: readonly string[]): boolean {
  const words = Object.fromEntries(names.map((name) => [name, fieldOf(form, name)?.value ?? '']));
  try {
    if (Object.values(words).some((text) => text.trim())) {
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
    for (const name of names) {
      const field = fieldOf(form, name);
      const text = (words as Record<string, unknown>)[name];
      if (field && typeof text === 'string' && field.value.trim() === '') field.value = text;
    }
    return true;
  } catch {
    return false;
  }
}
