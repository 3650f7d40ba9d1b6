import { z } from 'zod';

const Env = z.object({
  DATABASE_URL: z.string().min(1),
  NEXTAUTH_SECRET: z.string().min(32),
  LECTERN_URL: z.url().default('http://127.0.0.1:3000'),
  LECTERN_DEMO: z.enum(['0', '1']).default('0'),
  LECTERN_DATA: z.string().default('.data'),
});

export type Env = z.infer<typeof Env>;
let read: Env | undefined;

/** The process's settings, read once. Throws, naming the variable, where one is missing or malformed. */
export function env(): Env {
  if (!read) {
    const parsed = Env.safeParse(process.env);
    if (!parsed.success) {
      const what = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');
      throw new Error(`The environment is incomplete (${what}). Start Lectern with \`npm start\`, which sets it.`);
    }
    read = parsed.data;
  }
  return read;
}

/** True where the world reaches the site by https: `__Host-` cookies and HSTS follow from it. */
export const isHttps = (): boolean => env().LECTERN_URL.startsWith('https:');
