/** A flag: filled where it is set. */
export function FlagIcon({ set, className = 'size-4' }: { set: boolean; className?: string }) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 20 20"
      className={`shrink-0 ${className}`}
      fill={set ? 'currentColor' : 'none'}
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinejoin="round"
      strokeLinecap="round"
    >
      <path d="M5 18V3h10.5l-2.6 4 2.6 4H5" />
    </svg>
  );
}
