import { DeadEnd } from '@/components/shell/dead-ends';

export const metadata = { title: 'Not found' };

export default function NotFound() {
  return <DeadEnd is="not-found" alone />;
}
