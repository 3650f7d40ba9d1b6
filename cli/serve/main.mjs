// Serves the built site by its environment alone: for the browser tests and the bench, which bring their own database.
// A parent that forked this process gets `{ kind: 'ready' }`, and its end ends the server.
import { outliveErrors } from './outlive-errors.mjs';
import { serve, waitForHealth } from './serve.mjs';

const host = process.env.HOST ?? '127.0.0.1';
const port = Number(process.env.PORT);
let server;
let stopping = false;

async function stop() {
  if (stopping) return;
  stopping = true;
  await server?.stop();
  process.exit(0);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void stop());
process.on('disconnect', () => void stop());
outliveErrors();

try {
  server = await serve({ dev: false, host, port });
  await waitForHealth(`http://${host}:${port}`);
  process.send?.({ kind: 'ready' });
} catch (error) {
  console.error(error);
  process.exit(1);
}
