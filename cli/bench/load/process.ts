import { randomUUID } from 'node:crypto';
import http from 'node:http';
import type { BenchRequest, Errand, Load, LoadMessage } from './errand';
import { send } from './send';

// A process of its own, so that making the load costs the server nothing but the answers. Told an errand by its parent.

const tell = (message: LoadMessage): void => void process.send?.(message);

async function run({ port, connections, warmUpMs, measureMs, requests, once }: Errand): Promise<Load> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: connections });
  const times: number[] = [];
  let [sent, bytes, wrongs] = [0, 0, 0];
  let wrong: string | null = null;
  let measuring = false;
  const id = randomUUID();
  const seen = new Map<BenchRequest, string>();
  const bodyOf = (asked: BenchRequest, n: number): string | undefined =>
    asked.body
      ?.replace('{{n}}', String(n))
      .replace('{{run}}', id)
      .replace('{{seen}}', seen.get(asked) ?? asked.seen ?? '');
  // A long warm-up must not use up what can be sent once only.
  const warmUpMost = once ? Math.floor(requests.length / 4) : Number.POSITIVE_INFINITY;

  const keepOn = async (until: number, most: number): Promise<void> => {
    while (performance.now() < until && sent < most && wrongs < 20) {
      const n = ++sent;
      const asked = requests[(n - 1) % requests.length];
      if (!asked || (once && n > requests.length)) return;
      const answer = await send(agent, port, asked, bodyOf(asked, n));
      if (answer.wrong !== null) {
        wrongs++;
        wrong ??= `${asked.method} ${asked.path}: ${answer.wrong}`;
        continue;
      }
      if (asked.seen !== undefined) seen.set(asked, (JSON.parse(String(answer.body())) as { eventId: string }).eventId);
      if (!measuring) continue;
      times.push(answer.ms);
      bytes += answer.bytes;
    }
  };
  const all = (until: number, most: number): Promise<unknown> =>
    Promise.all(Array.from({ length: connections }, () => keepOn(until, most)));

  await all(performance.now() + warmUpMs, warmUpMost);
  measuring = true;
  tell({ kind: 'measuring' });
  const began = performance.now();
  await all(began + measureMs, Number.POSITIVE_INFINITY);
  const seconds = (performance.now() - began) / 1_000;
  agent.destroy();
  times.sort((a, b) => a - b);
  const at = (share: number): number => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  const each = times.length === 0 ? 0 : bytes / times.length;
  const spread = { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
  return { requests: times.length, sent, seconds, ...spread, bytes: each, wrong, wrongs };
}

process.on('message', (errand: Errand) => {
  void run(errand).then((load) => tell({ kind: 'done', load }));
});
process.on('disconnect', () => process.exit(0));
