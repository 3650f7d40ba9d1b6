import type { z } from 'zod';
import type { Ctx } from '@/lib/kernel/ctx';
import { type Result, refuse } from '@/lib/kernel/result';
import { createPerson, type Identity } from './create-person';
import type { SignUp } from './schema';
import { waitInWords, waitToSignUp } from './throttle';

/** Makes an account for whoever asks. Sixty an hour from one address. */
export async function signUp(
  ctx: Ctx,
  visitor: { readonly address: string },
  { next: _next, ...input }: z.infer<typeof SignUp>,
): Promise<Result<Identity, 'weak' | 'taken' | 'too-many'>> {
  const wait = await waitToSignUp(visitor.address);
  if (wait > 0)
    return refuse('too-many', `Many accounts were made from here. Wait ${waitInWords(wait)}, then try again.`);
  return createPerson(ctx, input);
}
