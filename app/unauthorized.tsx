import { DeadEnd } from '@/components/shell/dead-ends';

/** Nothing here answers with it: who is signed out is led to the sign-in page. Next would send a page of its own along with ours. */
export default function Unauthorized() {
  return <DeadEnd is="forbidden" alone />;
}
