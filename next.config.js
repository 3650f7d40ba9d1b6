/** @type {import('next').NextConfig} */
module.exports = {
  poweredByHeader: false,
  reactStrictMode: true,
  // No React Compiler: its memoising costs 12 KB (gzip) on the quiz player, and no screen here is slow without it.
  productionBrowserSourceMaps: false,
  // Our own server in front compresses nothing either: a reverse proxy does, and event streams must not be held back.
  compress: true,
  images: { unoptimized: true, remotePatterns: [] },
  serverExternalPackages: ['@node-rs/argon2', 'pg', 'pino'],
  experimental: { authInterrupts: true, serverActions: { bodySizeLimit: '1mb' } },
};
