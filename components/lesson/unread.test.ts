import { expect, it } from 'vitest';
import { readUnread, writeUnread } from './unread';

it('what is unread of a lesson comes to the browser as it was, also where nothing is', () => {
  const passages = [
    { key: 'p-ab12', length: 544 },
    { key: 'p-cd34', length: 0 },
  ];
  expect(writeUnread(passages)).toBe('p-ab12:544 p-cd34:0');
  expect(readUnread(writeUnread(passages))).toEqual(passages);
  expect(readUnread(writeUnread([]))).toEqual([]);
});
