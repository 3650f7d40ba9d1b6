import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { contentHash } from '@/lib/kernel/hash';
import { pool } from '@/lib/kernel/pool';

const limiter = (name: string, points: number, seconds: number): RateLimiterPostgres =>
  new RateLimiterPostgres({
    storeClient: pool(),
    tableName: 'throttle',
    tableCreated: true,
    keyPrefix: name,
    points,
    duration: seconds,
  });

interface Limiters {
  readonly account: RateLimiterPostgres;
  readonly known: RateLimiterPostgres;
  readonly address: RateLimiterPostgres;
  readonly newAccounts: RateLimiterPostgres;
  readonly links: RateLimiterPostgres;
}
let limiters: Limiters | undefined;

/**
 * The counters, in Postgres: every process of the site shares them. An account is tried five times a minute, never locked
 * for good; an address fails thirty times in ten minutes, and what succeeds there does not count (a classroom shares one).
 * Where somebody signed in within the last thirty days they have tries of their own: who guesses from elsewhere, minute after
 * minute, does not keep them out.
 */
function all(): Limiters {
  limiters ??= {
    account: limiter('account', 5, 60),
    known: limiter('known', 1, 30 * 86_400),
    address: limiter('address', 30, 600),
    newAccounts: limiter('new', 60, 3600),
    links: limiter('link', 30, 600),
  };
  return limiters;
}

/** Seconds to wait; 0 where one may try now. */
type Wait = number;

async function take(from: RateLimiterPostgres, key: string): Promise<Wait> {
  try {
    await from.consume(key);
    return 0;
  } catch (refused) {
    if (refused instanceof RateLimiterRes) return Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
    throw refused;
  }
}

async function look(at: RateLimiterPostgres, key: string): Promise<Wait> {
  const used = await at.get(key);
  return used && used.remainingPoints <= 0 ? Math.max(1, Math.ceil(used.msBeforeNext / 1000)) : 0;
}

// The address somebody signs in with is not kept in clear beside a counter.
const keyOf = (...of: readonly string[]): string => contentHash(of).slice(0, 32);

/** Whose tries are counted: the account's from everywhere, or from a place where its owner was lately. */
async function accountKey(email: string, address: string): Promise<string> {
  const place = keyOf(email, address);
  return (await all().known.get(place)) ? place : keyOf(email);
}

/** Asked before a password is looked at. Takes one of the account's tries at once, so that tries side by side count too. */
export async function waitToTry(email: string, address: string): Promise<Wait> {
  return (await waitOfAddress(address)) || take(all().account, await accountKey(email, address));
}

/** Asked again before a right password opens anything: the address may have failed too often meanwhile. */
export const waitOfAddress = (address: string): Promise<Wait> => look(all().address, address);

/** Told after a wrong password; more than 0 where this was one too many. */
export const countFailure = (address: string): Promise<Wait> => take(all().address, address);

/** Told after a right password: the tries are given back, and the place is one where its owner was. */
export async function forgiveTries(email: string, address: string): Promise<void> {
  const place = keyOf(email, address);
  await all().account.delete(await accountKey(email, address));
  await all().known.set(place, 1, 30 * 86_400);
}

/** Asked before an account is made: sixty an hour from one address, a large class with a few to spare. */
export const waitToSignUp = (address: string): Promise<Wait> => take(all().newAccounts, address);

/** Asked where a link or a code turned out to be nothing: thirty wrong ones in ten minutes from one address or person. */
export const waitAfterWrongLink = (whose: string): Promise<Wait> => take(all().links, whose);

export const waitInWords = (seconds: Wait): string =>
  seconds < 90 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`;
