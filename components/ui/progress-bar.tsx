interface ProgressBarProps {
  readonly value: number;
  readonly max: number;
  /** What is measured: "Read of lesson 2". The numbers belong in words beside the bar. */
  readonly label: string;
  readonly className?: string;
}

/** A thin bar. Never the only sign: the page says the same in words. */
export function ProgressBar({ value, max, label, className = '' }: ProgressBarProps) {
  const share = max > 0 ? Math.min(1, Math.max(0, value / max)) : 0;
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={max}
      aria-valuenow={Math.min(value, max)}
      aria-valuetext={`${value} of ${max}`}
      className={`h-1 overflow-hidden rounded-full bg-line forced-colors:border forced-colors:border-[CanvasText] ${className}`}
    >
      <div
        className="h-full rounded-full bg-accent forced-colors:bg-[CanvasText]"
        style={{ inlineSize: `${share * 100}%` }}
      />
    </div>
  );
}
