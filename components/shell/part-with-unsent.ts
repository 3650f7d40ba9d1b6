import { countUnsent, forgetUnsent } from '@/components/quiz/saving/store';

/**
 * Whether somebody may be signed out now. Answers that have not reached the server stay on this device only while their
 * student is signed in: they are forgotten here, after a warning; who cancels keeps them and stays.
 */
export async function partWithUnsent(): Promise<boolean> {
  const waiting = await countUnsent();
  const answers = waiting === 1 ? '1 answer' : `${waiting} answers`;
  const warning = `${answers} on this device did not reach the server yet. Sign out and lose them? To keep them, cancel, open the quiz again and wait until it says Saved.`;
  if (waiting > 0 && !window.confirm(warning)) return false;
  await forgetUnsent();
  return true;
}
