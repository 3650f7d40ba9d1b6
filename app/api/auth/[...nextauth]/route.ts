import type { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { authOptions } from '@/lib/doors/auth-options';
import { fromOwnPages } from '@/lib/doors/routes';

// Options are read at the request: while building there is no environment.
const handler = (request: NextRequest, context: { params: Promise<{ nextauth: string[] }> }): Promise<Response> =>
  NextAuth(request, context, authOptions());

export { handler as GET };
export const POST = fromOwnPages(handler);
