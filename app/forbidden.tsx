import { DeadEnd } from '@/components/shell/dead-ends';

export default function Forbidden() {
  return <DeadEnd is="forbidden" alone />;
}
