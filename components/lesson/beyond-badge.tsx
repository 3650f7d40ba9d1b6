import { Badge } from '@/components/ui/badge';

/** Marks each page of a lesson that goes beyond the article, and of its check. */
export function BeyondBadge() {
  return <Badge tone="warn">Beyond the article</Badge>;
}
