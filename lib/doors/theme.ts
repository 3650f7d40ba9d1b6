import { cookies } from 'next/headers';
import { z } from 'zod';
import type { Ctx } from '@/lib/kernel/ctx';
import { isHttps } from '@/lib/kernel/env';
import { done, type Result } from '@/lib/kernel/result';

export const THEMES = ['light', 'dark', 'system'] as const;
export type Theme = (typeof THEMES)[number];

/**
 * Name of the cookie that holds the choice, one of three words; `__Host-` where the site is https. Not httpOnly: the switch on the
 * page writes it too, under the same name, so that a change needs no request.
 */
export const themeCookie = (): string => (isHttps() ? '__Host-lectern.theme' : 'lectern.theme');
const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** The theme this browser chose, read on the server so that no page ever flashes in the other one. */
export async function readTheme(): Promise<Theme> {
  const value = (await cookies()).get(themeCookie())?.value;
  return value === 'light' || value === 'dark' ? value : 'system';
}

export const ChooseTheme = z.strictObject({ theme: z.enum(THEMES) });

/** Keeps the choice in this browser: the switch as it works without JavaScript. */
export async function chooseTheme(
  _ctx: Ctx,
  _visitor: unknown,
  input: z.infer<typeof ChooseTheme>,
): Promise<Result<null>> {
  const jar = await cookies();
  const options = { path: '/', sameSite: 'lax', secure: isHttps() } as const;
  if (input.theme === 'system') jar.set(themeCookie(), '', { ...options, maxAge: 0 });
  else jar.set(themeCookie(), input.theme, { ...options, maxAge: YEAR_SECONDS });
  return done(null);
}
