import { signOut } from '@/app/actions';

/** Signs out of this browser; works without JavaScript. */
export function SignOutButton() {
  return (
    <form action={signOut}>
      <button
        type="submit"
        className="inline-flex min-h-11 items-center px-2 text-ink-2 text-ui underline-offset-4 hover:text-link hover:underline"
      >
        Sign out
      </button>
    </form>
  );
}
