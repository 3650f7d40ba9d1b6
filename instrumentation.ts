/** Next calls this once when the server starts: from then on attempts whose time is up end by themselves. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { startCloser } = await import('@/lib/attempts/run-closer');
  startCloser();
}
