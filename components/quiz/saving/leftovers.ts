import type { Change } from './core';
import { unsentStore } from './store';

const lockOf = (clientId: string): string => `lectern-tab-${clientId}`;

/** Holds a lock in this tab's name as long as it lives, so that others can tell that it does. */
export function showAlive(clientId: string): void {
  void navigator.locks?.request(lockOf(clientId), () => new Promise<never>(() => {}));
}

/**
 * What tabs that are gone have left unsent of an attempt, oldest first. Their locks pass to this tab, so that one tab takes
 * over. Without locks everything is taken: sending it twice does no harm, since each change has its number.
 */
export async function takeLeftovers(attemptId: string, clientId: string): Promise<Change[]> {
  try {
    const left = (await unsentStore.list(attemptId)).filter((each) => each.clientId !== clientId);
    const tabs = [...new Set(left.map((each) => each.clientId))];
    const taken = new Set<string>();
    for (const tab of tabs) if (await takeOver(tab)) taken.add(tab);
    return left.filter((each) => taken.has(each.clientId)).sort((a, b) => a.clientSeq - b.clientSeq);
  } catch {
    return [];
  }
}

const held = new Set<string>();
function takeOver(clientId: string): Promise<boolean> {
  if (!navigator.locks || held.has(clientId)) return Promise.resolve(true);
  return new Promise((resolve) => {
    void navigator.locks.request(lockOf(clientId), { ifAvailable: true }, (lock) => {
      resolve(lock !== null);
      if (!lock) return;
      held.add(clientId);
      return new Promise<never>(() => {});
    });
  });
}
