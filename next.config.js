/** @type {import('next').NextConfig} */
module.exports = {
  poweredByHeader: false,
  reactStrictMode: true,
  // No React Compiler: its memoising costs 12 KB (gzip) on the quiz player, and no screen here is slow without it.
  productionBrowserSourceMaps: false,
  // cli/serve compresses, at a level of its own, and leaves event streams alone.
  compress: false,
  images: { unoptimized: true, remotePatterns: [] },
  serverExternalPackages: ['@node-rs/argon2', 'pg', 'pino'],
  experimental: { authInterrupts: true, parallelRouteMetadata: true, serverActions: { bodySizeLimit: '1mb' } },
};
