import { DeadEnd } from '@/components/shell/dead-ends';

export const metadata = { title: 'Not for your role' };

export default function Forbidden() {
  return <DeadEnd is="forbidden" alone />;
}
