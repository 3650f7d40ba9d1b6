'use client';

import { useRouter } from 'next/navigation';
import { useActionState, useEffect } from 'react';
import type { Result } from '@/lib/kernel/result';

/** A form's action whose success changes what the page shows: the page is asked for again. Without JavaScript it is anyway. */
export function useAct<T>(action: (before: Result<T, string> | null, input: unknown) => Promise<Result<T, string>>) {
  const router = useRouter();
  const [result, submit] = useActionState<Result<T, string> | null, unknown>(action, null);
  useEffect(() => {
    if (result?.ok) router.refresh();
  }, [result, router]);
  return [result, submit] as const;
}
