/** Keeps the process going: an error that nobody caught is told and is no end. */
export function outliveErrors(): void;
