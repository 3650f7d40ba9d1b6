'use client';

import { type RefObject, useLayoutEffect, useRef } from 'react';
import type { Result } from '@/lib/kernel/result';

/**
 * Keeps what was typed when a form's answer is a refusal: React empties a form once its action has run. Text fields only;
 * returns the ref for the form.
 */
export function useKeptFields(result: Result<unknown, string> | null): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null);
  const typed = useRef(new Map<string, string>());
  useLayoutEffect(() => {
    const element = form.current;
    if (!element) return;
    const keep = (event: Event): void => {
      const { target } = event;
      if (
        target instanceof HTMLInputElement ||
        target instanceof HTMLTextAreaElement ||
        target instanceof HTMLSelectElement
      )
        typed.current.set(target.name, target.value);
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
    if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement || field instanceof HTMLSelectElement)
      field.value = value;
  }
}
