import { DeadEnd } from '@/components/shell/dead-ends';

export default function NotFound() {
  return <DeadEnd is="not-found" alone />;
}
