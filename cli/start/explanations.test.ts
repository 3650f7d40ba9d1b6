import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MigrationError } from '@/lib/kernel/migrate';
import { testDb } from '@/lib/testing/database';
import { Explained, explainSystem } from '../explained';
import { checkDatabase } from './check-database';
import { checkPort } from './check-port';
import { prepareDataFolder, readSecret } from './data-folder';

const { url, pool } = testDb();
const folder = mkdtempSync(path.join(tmpdir(), 'lectern-explained-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What a person reads: what was found, and what to do. "fine" where nothing is wrong. */
async function said(work: () => unknown): Promise<string> {
  try {
    await work();
    return 'fine';
  } catch (error) {
    if (error instanceof Explained) return `${error.message}\n${error.todo}`;
    throw error;
  }
}

function changed(change: (address: URL) => void): string {
  const address = new URL(url);
  change(address);
  return address.href;
}

describe('An operator whose database cannot be used is told why, and what to do', () => {
  const other = `${new URL(url).pathname.slice(1)}_other`;

  beforeAll(async () => {
    await pool.query(
      `create database ${other} encoding 'SQL_ASCII' locale_provider libc locale 'C' template template0`,
    );
    await pool.query(`create role guest_${other} login password 'guest'`);
  });
  afterAll(async () => {
    await pool.query(`drop database ${other}`);
    await pool.query(`drop role guest_${other}`);
  });

  it('accepts one that can be used', async () => {
    expect(await said(() => checkDatabase(url))).toBe('fine');
  });

  it.each<[string, (address: URL) => void, RegExp]>([
    ['a wrong password', (to) => (to.password = 'guess'), /refuses the user "lectern".*written as %XX/s],
    ['a database that is not there', (to) => (to.pathname = '/nowhere'), /"nowhere" does not exist.*createdb nowhere/s],
    ['a port where nothing listens', (to) => (to.port = '1'), /Nothing listens at 127\.0\.0\.1:1.*Start PostgreSQL/s],
    ['a name nobody knows', (to) => (to.hostname = 'nowhere.invalid'), /"nowhere\.invalid" .*cannot be found/s],
    ['another encoding', (to) => (to.pathname = `/${other}`), /encoding is SQL_ASCII.*createdb -E UTF8/s],
    [
      'a user who may not create tables',
      (to) => Object.assign(to, { username: `guest_${other}`, password: 'guest' }),
      /may not create tables.*GRANT CREATE/s,
    ],
    [
      'a standby',
      (to) => to.searchParams.set('options', '-c default_transaction_read_only=on'),
      /can only be read.*address of the primary/s,
    ],
  ])('%s', async (_what, change, words) => {
    const text = await said(() => checkDatabase(changed(change)));
    expect(text).toMatch(words);
    expect(text).not.toContain(new URL(url).password);
  });
});

describe('An operator whose port cannot be had', () => {
  it('is told that Lectern runs there already, or that another program does, and which one to take', async () => {
    let answer = { alive: true };
    const server = http.createServer((_request, response) => {
      response.writeHead(answer.alive ? 200 : 404, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const check = () => said(() => checkPort('127.0.0.1', port, `http://127.0.0.1:${port}`));
    expect(await check()).toBe(
      `Lectern is already running at http://127.0.0.1:${port}\nEnd it, or take another port: PORT=${port + 1} npm start`,
    );
    answer = { alive: false };
    expect(await check()).toMatch(/is taken by another program/);
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    expect(await check()).toBe('fine');
  });

  it('is told where HOST is no address of this machine', async () => {
    expect(await said(() => checkPort('192.0.2.1', 4000, 'http://192.0.2.1:4000'))).toMatch(
      /no address of this machine.*HOST=127\.0\.0\.1/s,
    );
  });
});

describe('An operator whose disk will not take the data', () => {
  it('is told where a file stands in the place of the folder', async () => {
    const file = path.join(folder, 'a-file');
    writeFileSync(file, '');
    for (const place of [file, path.join(file, 'below')]) {
      expect(await said(() => prepareDataFolder(place))).toMatch(/is a file where a folder is needed/);
    }
  });

  it('is told that the disk is full, or may not be written, whoever notices it', async () => {
    const fail = (code: string) =>
      said(() => {
        throw explainSystem(Object.assign(new Error(code), { code }), '/srv/data');
      });
    for (const code of ['ENOSPC', 'EDQUOT', '53100']) {
      expect(await fail(code)).toBe(
        'The disk is full: /srv/data could not be written.\nFree some space and start again; nothing is lost.',
      );
    }
    for (const code of ['EACCES', 'EROFS']) expect(await fail(code)).toMatch(/cannot be written.*LECTERN_DATA/s);
  });

  it('gets a folder and a secret that nobody else may read, and the same secret at the next start', async () => {
    const data = path.join(folder, 'data');
    prepareDataFolder(data);
    const secret = readSecret(data, undefined);
    expect(secret.length).toBeGreaterThanOrEqual(32);
    expect(readSecret(data, undefined)).toBe(secret);
    expect([data, path.join(data, 'secret')].map((each) => statSync(each).mode & 0o777)).toEqual([0o700, 0o600]);
    writeFileSync(path.join(data, 'secret'), 'short');
    expect(await said(() => readSecret(data, undefined))).toMatch(/holds no secret.*Delete it/s);
  });
});

describe('An operator whose database was made by another version', () => {
  it('reads what does not fit, and no stack', async () => {
    const bad = new MigrationError('The database has migration 0009_x, which this version of Lectern does not know.');
    const text = await said(() => {
      throw explainSystem(bad, '.');
    });
    expect(text).toBe(`The database could not be brought up to date.\n${bad.message}`);
  });
});

describe('Somebody whose Node is too old', () => {
  const start = (version: string) =>
    spawnSync(
      process.execPath,
      [
        '--import',
        `data:text/javascript,Object.defineProperty(process,'versions',{value:{...process.versions,node:'${version}'}})`,
        '-e',
        `import('${path.resolve('cli', 'install.mjs')}').then(({ requireNode }) => requireNode())`,
      ],
      { encoding: 'utf8' },
    );

  it.each(['18.20.8', '20.18.3'])('is told so with %s, and where to get another', (version) => {
    const { status, stderr } = start(version);
    expect(status).toBe(1);
    expect(stderr).toContain(`Lectern needs Node 20.19 or newer, and this is Node ${version}.`);
    expect(stderr).toContain('https://nodejs.org');
  });

  it.each(['20.19.0', '22.0.0', '24.1.0'])('is let in with %s', (version) => {
    expect(start(version).status).toBe(0);
  });
});
