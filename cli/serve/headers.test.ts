import type { IncomingMessage, ServerResponse } from 'node:http';
import { describe, expect, it } from 'vitest';
import { setHeaders } from './headers.mjs';

function answerTo(url: string, https: boolean) {
  const answered = new Map<string, string>();
  const request = { url, headers: {} as Record<string, string> };
  const response = { setHeader: (name: string, value: string) => answered.set(name.toLowerCase(), value) };
  setHeaders(request as unknown as IncomingMessage, response as unknown as ServerResponse, { dev: false, https });
  return { answered, told: request.headers };
}

describe('A browser', () => {
  it('is held to https for a year, with every name below, where the site is reached by it, and nowhere else', () => {
    expect(answerTo('/', true).answered.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains');
    expect(answerTo('/', false).answered.has('strict-transport-security')).toBe(false);
  });

  it('is told the policy under which Next was told to make the page', () => {
    const { answered, told } = answerTo('/', true);
    expect(answered.get('content-security-policy')).toMatch(/'nonce-[\w+/=]{22,}'/);
    expect(told['content-security-policy']).toBe(answered.get('content-security-policy'));
  });
});

describe('A page', () => {
  it.each([
    ['/courses/seoul?at=p-1', '/courses/seoul?at=p-1'],
    ['/courses/seoul?at=p-1&_rsc=x7', '/courses/seoul?at=p-1'],
    ['/courses/seoul?_rsc=x7', '/courses/seoul'],
    ['//evil.example/x', '/x'],
    ['http://evil.example/', '/'],
  ])('asked for as %s is told to come back to %s', (asked, path) => {
    expect(answerTo(asked, false).told['x-lectern-path']).toBe(path);
  });
});
