import { describe, expect, it } from 'vitest';
import { CreatePost, EditPost, POST_LIMIT, PreviewPost } from './schema';

const ID = '00000000-0000-4000-8000-000000000001';
const post = (markdown: string, once = ID) => CreatePost.safeParse({ thread: ID, parent: '', markdown, once });
const said = (parsed: ReturnType<typeof post>) => parsed.error?.issues.map(({ message }) => message);

describe('somebody who writes a long post', () => {
  it('has as much room as the field counts, though a form sends each line end as two characters', () => {
    const lines = 'a line\r\n'.repeat(POST_LIMIT / 7 - 1);
    expect(lines.length).toBeGreaterThan(POST_LIMIT);
    expect(post(lines).data?.markdown).toBe(lines.replaceAll('\r', ''));
    expect(EditPost.safeParse({ post: ID, markdown: lines, version: '1' }).success).toBe(true);
  });

  it('is told how long it is, and what to do', () => {
    expect(said(post('x'.repeat(POST_LIMIT + 34)))).toEqual([
      'A post has at most 20,000 characters; this one has 20,034. Shorten it, or write it as two.',
    ]);
    const preview = PreviewPost.safeParse({ markdown: 'x'.repeat(POST_LIMIT + 1) });
    expect(preview.error?.issues[0]?.message).toContain('this one has 20,001.');
    expect(said(post(' \r\n'))).toEqual(['Write something first.']);
  });

  it('is not told of tokens where the form came without its own', () => {
    expect(said(post('Words.', 'none'))?.[0]).toMatch(/^This form did not come .* send them again\.$/);
  });
});
