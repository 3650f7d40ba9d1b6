import net from 'node:net';
import { Explained } from '../explained';

async function isLectern(origin: string): Promise<boolean> {
  try {
    const answer = await fetch(`${origin}/api/health`, { signal: AbortSignal.timeout(1_000) });
    return answer.ok && answer.headers.get('content-type')?.includes('json') === true;
  } catch {
    return false;
  }
}

const probe = (host: string, port: number): Promise<NodeJS.ErrnoException | null> =>
  new Promise((resolve) => {
    const server = net.createServer();
    server.once('error', resolve);
    server.listen(port, host, () => server.close(() => resolve(null)));
  });

/** Makes sure, before anything slow is done, that the server will be able to listen. Throws Explained where not. */
export async function checkPort(host: string, port: number, origin: string): Promise<void> {
  const error = await probe(host, port);
  switch (error?.code) {
    case undefined:
      return;
    case 'EADDRINUSE':
      throw new Explained(
        (await isLectern(origin))
          ? `Lectern is already running at ${origin}`
          : `Port ${port} of ${host} is taken by another program.`,
        `End it, or take another port: PORT=${port === 65_535 ? 3000 : port + 1} npm start`,
      );
    case 'EACCES':
      throw new Explained(`This user may not use port ${port}.`, 'Take one above 1023, e.g. PORT=3000');
    default:
      throw new Explained(
        `HOST is "${host}", which is no address of this machine (${error?.code}).`,
        'Use HOST=127.0.0.1 for this machine alone, or HOST=0.0.0.0 for everyone who can reach it.',
      );
  }
}
