import { headers } from 'next/headers';
import { forbidden, notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import { type Admin, adminOf } from '@/lib/authz/admin';
import { type EnrolmentAs, enrolmentAs } from '@/lib/authz/enrolment';
import type { Role } from '@/lib/authz/roles';
import type { Ctx, Viewer } from '@/lib/kernel/ctx';
import { openRequest, type Request } from './request';

// A layout and its page prove separately and share one query. Keyed by the slug alone, so that roles do not split it.
const opened = cache((course: string | null) => openRequest(course, true));

interface Visit {
  readonly ctx: Ctx;
  readonly unread: number;
}

/** A page that anybody may see; the viewer is null for a visitor. */
export async function openPage(): Promise<Request> {
  return opened(null);
}

/** A page for somebody signed in, whoever it is. Others are sent to sign in and come back. */
export async function requireViewer(): Promise<Visit & { viewer: Viewer }> {
  const { ctx, viewer, unread } = await opened(null);
  if (!viewer) return toSignIn();
  return { ctx, viewer, unread };
}

/**
 * A page of a course, for the roles named. A stranger sees the same 404 as for a course that does not exist; 403 only
 * goes to someone enrolled in another role.
 */
export async function requireEnrolment<R extends Role>(
  course: string,
  roles: readonly R[],
): Promise<Visit & { viewer: Viewer; me: EnrolmentAs<R> }> {
  const { ctx, viewer, unread, enrolment } = await opened(course);
  if (!viewer) return toSignIn();
  if (!enrolment) notFound();
  const me = enrolmentAs(enrolment, roles);
  if (!me) forbidden();
  return { ctx, viewer, unread, me };
}

/** A page of the site's administration. To others it does not exist. */
export async function requireAdmin(): Promise<Visit & { viewer: Viewer; admin: Admin }> {
  const { ctx, viewer, unread } = await opened(null);
  if (!viewer) return toSignIn();
  const admin = adminOf(viewer);
  if (!admin) notFound();
  return { ctx, viewer, unread, admin };
}

/** The path of the page that is asked for, from the header that only our own server can set (cli/serve/headers.mjs). */
export async function pathHere(): Promise<string> {
  return (await addressHere()).split('?')[0] ?? '/';
}

const addressHere = async (): Promise<string> => (await headers()).get('x-lectern-path') ?? '/';

async function toSignIn(): Promise<never> {
  const path = await addressHere();
  redirect(path === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(path)}`);
}
