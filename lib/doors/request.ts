import { cookies } from 'next/headers';
import { type Proof, prove } from '@/lib/authz/enrolment';
import { type Ctx, makeCtx } from '@/lib/kernel/ctx';
import { pool } from '@/lib/kernel/pool';
import { sqlOnPool } from '@/lib/kernel/sql';
import { readClaims } from './claims';

export interface Request extends Proof {
  readonly ctx: Ctx;
}

/** Reads the cookie, asks the one proof query, and makes the request's ctx with the database's clock; `forPage` as `prove` has it. */
export async function openRequest(course: string | null, forPage = false): Promise<Request> {
  const claims = await readClaims(await cookies());
  const proof = await prove({ sql: sqlOnPool(pool()) }, claims, course, forPage);
  return { ...proof, ctx: makeCtx(proof.viewer, proof.now) };
}
