export interface PidFile {
  readonly pid: number;
  readonly port: number;
  readonly ready: boolean;
}
export function readPidFile(folder: string): PidFile | null;
export function whoIs(pid: number, folder: string): 'ours' | 'other' | 'gone';
/** `pgCtl` is needed on Windows only. */
export function stopPostgres(folder: string, pgCtl: string): Promise<void>;
