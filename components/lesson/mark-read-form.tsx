import { buttonLook } from '@/components/ui/button';

/** Marks the whole lesson as read: for reading without JavaScript, on paper, or twice as fast as the page thinks. */
export function MarkReadForm({ action }: { readonly action: string }) {
  return (
    <form method="post" action={action} data-soft className="space-y-3">
      <button type="submit" className={buttonLook('secondary')}>
        Mark as read
      </button>
      <p role="alert" className="text-bad text-ui empty:hidden" />
    </form>
  );
}
