/** The path of the Node that came with the packages; null where there is none, it does not run here, or `ours` is as new. */
export function findShippedNode(modules?: string, ours?: string): string | null;
