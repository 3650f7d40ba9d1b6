import type { Change } from './core';

/** Where changes wait until the server has them: it must outlive the tab. */
export interface Store {
  put(change: Change): Promise<void>;
  remove(changes: readonly Change[]): Promise<void>;
  list(attemptId: string): Promise<Change[]>;
  forget(attemptId: string): Promise<void>;
}

const NAME = 'lectern-unsent';
const TABLE = 'changes';
const keyOf = ({ attemptId, clientId, clientSeq }: Change): IDBValidKey => [attemptId, clientId, clientSeq];
const ofAttempt = (attemptId: string): IDBKeyRange => IDBKeyRange.bound([attemptId], [attemptId, []]);

let opened: Promise<IDBDatabase> | null = null;
function open(): Promise<IDBDatabase> {
  opened ??= new Promise<IDBDatabase>((resolve, reject) => {
    const asked = indexedDB.open(NAME, 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore(TABLE);
    asked.onsuccess = () => {
      // The browser may close it (storage cleared by hand): the next use opens it anew.
      asked.result.onclose = () => {
        opened = null;
      };
      resolve(asked.result);
    };
    asked.onerror = () => reject(asked.error);
  });
  opened.catch(() => {
    opened = null;
  });
  return opened;
}

async function run<T>(
  mode: IDBTransactionMode,
  work: (table: IDBObjectStore) => IDBRequest<T> | null,
): Promise<T | null> {
  const database = await open();
  return new Promise((resolve, reject) => {
    // Relaxed: what is here must survive a crash of the tab, not of the machine, and must not wait for the disk.
    const transaction = database.transaction(TABLE, mode, { durability: 'relaxed' });
    const request = work(transaction.objectStore(TABLE));
    transaction.oncomplete = () => resolve(request?.result ?? null);
    transaction.onabort = () => reject(transaction.error);
  });
}

/** The browser's own database. Every function throws where there is none, as in some private windows. */
export const unsentStore: Store = {
  async put(change) {
    await run('readwrite', (table) => table.put(change, keyOf(change)));
  },
  async remove(changes) {
    await run('readwrite', (table) => {
      for (const each of changes) table.delete(keyOf(each));
      return null;
    });
  },
  async list(attemptId) {
    return (await run<Change[]>('readonly', (table) => table.getAll(ofAttempt(attemptId)))) ?? [];
  },
  async forget(attemptId) {
    await run('readwrite', (table) => table.delete(ofAttempt(attemptId)));
  },
};

/** How many changes wait on this device, in all attempts; 0 where the browser keeps none. */
export async function countUnsent(): Promise<number> {
  try {
    return (await run<number>('readonly', (table) => table.count())) ?? 0;
  } catch {
    return 0;
  }
}

/** Forgets all that waits on this device: at sign-out, so that nothing is left for whoever comes next. */
export async function forgetUnsent(): Promise<void> {
  try {
    await run('readwrite', (table) => table.clear());
  } catch {
    // No storage, nothing to forget.
  }
}
