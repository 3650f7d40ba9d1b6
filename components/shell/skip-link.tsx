/** The first stop of the keyboard on every page. Every frame has a `main` with this id. */
export function SkipLink() {
  return (
    <a
      href="#main"
      className={`no-print fixed start-3 top-2 z-50 -translate-y-24 rounded-sm bg-accent px-4 py-2.5 font-semibold text-on-accent
        focus:translate-y-0`}
    >
      Skip to the content
    </a>
  );
}
