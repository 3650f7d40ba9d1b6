import { beforeEach, expect, it } from 'vitest';
import { makeCtx } from '@/lib/kernel/ctx';
import { testDb } from '@/lib/testing/database';
import { HERE, makeAdmin, nextRequest, PASSWORD } from '@/lib/testing/people';
import { codeOf, later, must } from '@/lib/testing/threads';
import { makeFirstAdmin, mintFirstAdminLink } from './first-admin';

testDb();
const ctx = makeCtx(null, new Date('2026-03-02T09:00:00Z'));
const form = (secret: string | null, name = 'Ada') => ({
  secret: secret ?? '',
  email: `${name.toLowerCase()}@site.test`,
  displayName: name,
  password: PASSWORD,
  timeZone: 'UTC',
});

beforeEach(async () => {
  await ctx.db.token.deleteMany({});
  await ctx.db.person.deleteMany({});
});

it('the link that the start printed makes an admin, once', async () => {
  const secret = await mintFirstAdminLink(ctx);
  const ada = must(await makeFirstAdmin(ctx, HERE, form(secret)));
  expect((await nextRequest(ctx, ada)).viewer).toMatchObject({ displayName: 'Ada', isAdmin: true });
  expect(codeOf(await makeFirstAdmin(ctx, HERE, form(secret, 'Eve')))).toBe('link-used');
  expect(await mintFirstAdminLink(ctx)).toBeNull();
});

it('makes one admin when five use it at once, and no account for the others', async () => {
  const secret = await mintFirstAdminLink(ctx);
  const names = ['Ada', 'Bea', 'Cleo', 'Dana', 'Eve'];
  const codes = await Promise.all(
    names.map(async (name) => codeOf(await makeFirstAdmin(ctx, HERE, form(secret, name)))),
  );
  expect([...codes].sort()).toEqual(['link-used', 'link-used', 'link-used', 'link-used', 'ok']);
  expect(await ctx.db.person.count()).toBe(1);
});

it('is dead where an admin came by another way', async () => {
  const secret = await mintFirstAdminLink(ctx);
  await makeAdmin(ctx);
  expect(codeOf(await makeFirstAdmin(ctx, HERE, form(secret, 'Eve')))).toBe('link-used');
  expect(await ctx.db.person.count()).toBe(1);
});

it('is dead when a newer one was printed, and after a week', async () => {
  const [old, fresh] = [await mintFirstAdminLink(ctx), await mintFirstAdminLink(ctx)];
  expect(codeOf(await makeFirstAdmin(ctx, HERE, form(old)))).toBe('link-used');
  expect(codeOf(await makeFirstAdmin(later(ctx, 7 * 86_400), HERE, form(fresh)))).toBe('link-used');
  expect(codeOf(await makeFirstAdmin(ctx, HERE, form(fresh)))).toBe('ok');
});

it('stays good after a weak password and an address that is taken', async () => {
  const secret = await mintFirstAdminLink(ctx);
  await ctx.db.person.create({
    data: { id: ctx.newId(), email: 'eve@site.test', displayName: 'Eve', createdAt: ctx.now },
  });
  expect(codeOf(await makeFirstAdmin(ctx, HERE, { ...form(secret), password: 'password123' }))).toBe('weak');
  expect(codeOf(await makeFirstAdmin(ctx, HERE, form(secret, 'Eve')))).toBe('taken');
  expect(codeOf(await makeFirstAdmin(ctx, HERE, form(secret)))).toBe('ok');
});
