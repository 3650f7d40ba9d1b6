const BINS = 10;
const HEIGHT = 120;
const WIDTH = 480;

/** How many students earned which tenth of the points. Drawn on the server; the table below it says the same in numbers. */
export function Histogram({ fractions }: { fractions: readonly number[] }) {
  const counts = Array.from({ length: BINS }, () => 0);
  for (const fraction of fractions) {
    const bin = Math.min(BINS - 1, Math.floor(fraction * BINS));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  const tallest = Math.max(1, ...counts);
  const step = WIDTH / BINS;
  const words = counts
    .map((count, i) => (count > 0 ? `${count} between ${i * 10} and ${(i + 1) * 10} percent` : ''))
    .filter(Boolean)
    .join(', ');
  return (
    <svg
      viewBox={`0 -8 ${WIDTH} ${HEIGHT + 48}`}
      role="img"
      aria-label={`Students by score: ${words}`}
      className="w-full max-w-xl"
    >
      {counts.map((count, i) => {
        const height = (count / tallest) * HEIGHT;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a bin is its place
          <g key={i}>
            <rect x={i * step + 2} y={HEIGHT + 16 - height} width={step - 4} height={height} className="fill-accent" />
            {count > 0 && (
              <text
                x={(i + 0.5) * step}
                y={HEIGHT + 10 - height}
                textAnchor="middle"
                className="fill-ink text-[16px] sm:text-[12px] font-sans"
              >
                {count}
              </text>
            )}
            {i % 2 === 0 && (
              <text
                x={i * step}
                y={HEIGHT + 34}
                textAnchor={i === 0 ? 'start' : 'middle'}
                className="fill-ink-3 font-sans text-[16px] sm:text-[12px]"
              >
                {`${i * 10} %`}
              </text>
            )}
          </g>
        );
      })}
      <text x={WIDTH} y={HEIGHT + 34} textAnchor="end" className="fill-ink-3 font-sans text-[16px] sm:text-[12px]">
        100 %
      </text>
      <line x1="0" x2={WIDTH} y1={HEIGHT + 16} y2={HEIGHT + 16} className="stroke-line-strong" />
    </svg>
  );
}
