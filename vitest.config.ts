import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { tsconfigPaths: true },
  test: {
    include: ['**/*.test.ts', '**/*.test.tsx'],
    exclude: ['**/node_modules/**', '.next/**', '.data/**', '.test/**', 'e2e/**'],
    // One throwaway PostgreSQL for the run, with a migrated template; a file that asks for a database gets a clone of it.
    globalSetup: ['lib/testing/cluster.ts'],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    // `server-only` throws outside Next; in tests its empty twin stands in, as it does in Next's own server bundles.
    alias: { 'server-only': new URL('./node_modules/server-only/empty.js', import.meta.url).pathname },
    env: {
      NEXTAUTH_SECRET: 'a secret for the tests, forty characters',
      NEXTAUTH_URL: 'http://127.0.0.1:3000',
      LECTERN_URL: 'http://127.0.0.1:3000',
      LECTERN_DEMO: '0',
      LECTERN_LOG: 'silent',
    },
  },
});
