import { readFileSync } from 'node:fs';
import path from 'node:path';

// The addresses as the build itself lists them: what is not in the build cannot be asked for.

const read = (file: string): unknown => JSON.parse(readFileSync(path.resolve('.next', 'server', file), 'utf8'));
const withoutGroups = (address: string): string =>
  address.replace(/\/\([^)]+\)/g, '').replace(/\/(page|route)$/, '') || '/';

export interface Address {
  readonly address: string;
  readonly kind: 'page' | 'route';
}

/** Every page and every route handler. Next's own (`/_not-found`) and the icon have nothing to guard. */
export function builtAddresses(): Address[] {
  return Object.keys(read('app-paths-manifest.json') as object)
    .filter((entry) => !entry.startsWith('/_') && !entry.startsWith('/icon.svg'))
    .map((entry) => ({ address: withoutGroups(entry), kind: entry.endsWith('/route') ? 'route' : 'page' }));
}

export interface BuiltAction {
  readonly id: string;
  /** `app/(site)/sign-in/actions.ts#signIn` */
  readonly name: string;
}

/** Every server action, with the id under which a browser calls it. */
export function builtActions(): BuiltAction[] {
  const { node } = read('server-reference-manifest.json') as {
    node: Record<string, { filename: string; exportedName: string }>;
  };
  return Object.entries(node).map(([id, { filename, exportedName }]) => ({ id, name: `${filename}#${exportedName}` }));
}
