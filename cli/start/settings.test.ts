import { describe, expect, it } from 'vitest';
import { Explained } from '../explained';
import { readSettings } from './settings';

const read = (environment: Record<string, string>) => readSettings(environment, '/srv/lectern');

function refusal(environment: Record<string, string>): string {
  try {
    read(environment);
  } catch (error) {
    if (error instanceof Explained) return `${error.message}\n${error.todo}`;
    throw error;
  }
  return 'accepted';
}

describe('Somebody who types `npm start` and nothing else', () => {
  it('gets the demo on this machine alone, with its data in .data', () => {
    expect(read({})).toEqual({
      host: '127.0.0.1',
      port: 3000,
      origin: 'http://127.0.0.1:3000',
      url: 'http://127.0.0.1:3000',
      dataFolder: '/srv/lectern/.data',
      demo: true,
      database: { kind: 'embedded', folder: '/srv/lectern/.data/demo/postgres' },
    });
  });

  it('gets the same where the variables are there and empty', () => {
    expect(
      read({ PORT: '', HOST: '', DATABASE_URL: ' ', LECTERN_URL: '', LECTERN_DATA: '', LECTERN_DEMO: '' }),
    ).toEqual(read({}));
  });
});

describe('Somebody who runs a live site', () => {
  it('gets one, apart from the demo’s data, by LECTERN_DEMO=0, by another HOST or by a database of their own', () => {
    expect(read({ LECTERN_DEMO: '0' })).toMatchObject({
      demo: false,
      database: { kind: 'embedded', folder: '/srv/lectern/.data/live/postgres' },
    });
    expect(read({ HOST: '0.0.0.0' })).toMatchObject({ demo: false });
    const own = 'postgresql://me:p%40ss@db.example.org:5432/lectern';
    expect(read({ DATABASE_URL: own })).toMatchObject({ demo: false, database: { kind: 'given', url: own } });
  });

  it('never gets demo accounts in a database of their own', () => {
    expect(refusal({ DATABASE_URL: 'postgres://x@y/z', LECTERN_DEMO: '1' })).toMatch(
      /LECTERN_DEMO=1 and DATABASE_URL are both set/,
    );
  });

  it('may be reached by https at any name, and by http from this machine only', () => {
    expect(read({ LECTERN_URL: 'https://learn.example.org/' }).url).toBe('https://learn.example.org');
    expect(read({ LECTERN_URL: 'http://localhost:8080' }).url).toBe('http://localhost:8080');
    expect(refusal({ LECTERN_URL: 'http://learn.example.org' })).toMatch(/http is for this machine alone\. Use https/);
    expect(refusal({ LECTERN_URL: 'http://127.0.0.1.example.org' })).toMatch(/http is for this machine alone/);
    expect(refusal({ LECTERN_URL: 'https://example.org/learn' })).toMatch(/without a path/);
    expect(refusal({ LECTERN_URL: 'https://me:pw@example.org' })).toMatch(/without a path/);
    expect(refusal({ LECTERN_URL: 'learn.example.org' })).toMatch(/https:\/\/learn\.example\.org is needed/);
    expect(refusal({ LECTERN_URL: 'javascript:alert(1)' })).toMatch(/is needed/);
  });

  it('is told where this machine reaches a server that listens on every interface', () => {
    expect(read({ HOST: '0.0.0.0', PORT: '80' }).origin).toBe('http://127.0.0.1:80');
    expect(read({ HOST: '::1' })).toMatchObject({ origin: 'http://[::1]:3000', url: 'http://[::1]:3000', demo: true });
  });

  it('may keep the data elsewhere', () => {
    expect(read({ LECTERN_DATA: '/var/lib/lectern', LECTERN_DEMO: '0' }).database).toEqual({
      kind: 'embedded',
      folder: '/var/lib/lectern/live/postgres',
    });
  });
});

describe('Somebody who mistypes a setting', () => {
  it.each(['0', '65536', '80a', '-1', '3000.5', '1e3'])('is told what PORT=%s should be', (port) => {
    expect(refusal({ PORT: port })).toContain(`PORT is "${port}": a number from 1 to 65535 is needed`);
  });

  it('is told about every one of them at once', () => {
    const said = refusal({ PORT: 'x', HOST: 'a b', LECTERN_DEMO: 'yes', LECTERN_URL: 'nowhere' });
    for (const name of ['PORT', 'HOST', 'LECTERN_DEMO', 'LECTERN_URL']) expect(said).toContain(`${name} is "`);
  });

  it('does not see the password of DATABASE_URL on the screen', () => {
    const said = refusal({ DATABASE_URL: 'mysql://me:hunter2@db/lectern' });
    expect(said).toMatch(/DATABASE_URL is not an address like postgresql:/);
    expect(said).not.toContain('hunter2');
    expect(refusal({ DATABASE_URL: 'postgresql://me@db' })).toMatch(/DATABASE_URL is not/);
  });
});
