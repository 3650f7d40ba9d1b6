'use client';

import { type RefObject, useLayoutEffect, useRef } from 'react';
import type { Result } from '@/lib/kernel/result';

const isPassword = (field: unknown): field is HTMLInputElement =>
  field instanceof HTMLInputElement && field.autocomplete.endsWith('-password');

/**
 * Keeps the passwords that were typed when a form's answer is a refusal: React empties a form once its action has run. The
 * other fields come back with the refusal (`typedOf`); a password never leaves the server again. Returns the ref for the form.
 */
export function useKeptPasswords(result: Result<unknown, string> | null): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null);
  const typed = useRef(new Map<string, string>());
  useLayoutEffect(() => {
    const element = form.current;
    if (!element) return;
    const keep = (event: Event): void => {
      const { target } = event;
      if (isPassword(target)) typed.current.set(target.name, target.value);
    };
    // An emptied form gets its words back at once; a form that was accepted is gone, or meant to be empty.
    const restore = (): void => queueMicrotask(() => putBack(element, typed.current));
    element.addEventListener('input', keep);
    element.addEventListener('reset', restore);
    return () => {
      element.removeEventListener('input', keep);
      element.removeEventListener('reset', restore);
    };
  }, []);
  useLayoutEffect(() => {
    if (result?.ok) {
      typed.current.clear();
      form.current?.reset();
    }
  }, [result]);
  return form;
}

function putBack(form: HTMLFormElement, typed: ReadonlyMap<string, string>): void {
  for (const [name, value] of typed) {
    const field = form.elements.namedItem(name);
    if (isPassword(field)) field.value = value;
  }
}
