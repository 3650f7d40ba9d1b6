import type { Metadata } from 'next';
import { DeadEnd } from '@/components/shell/dead-ends';

// For the document that Next answers with at first, empty until its scripts fill it; then the page has the same title itself.
export const metadata: Metadata = { title: 'This page is not for your role · Lectern' };

export default function Forbidden() {
  return <DeadEnd is="forbidden" alone />;
}
