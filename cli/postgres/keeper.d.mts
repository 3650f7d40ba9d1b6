export interface Keeper {
  /** Gives the lock back; true where nobody else holds it. */
  release(): Promise<boolean>;
}
export function keep(url: string, onLost?: () => void): Promise<Keeper>;
