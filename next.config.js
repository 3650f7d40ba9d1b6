/** @type {import('next').NextConfig} */
module.exports = {
  poweredByHeader: false,
  reactStrictMode: true,
  reactCompiler: true,
  productionBrowserSourceMaps: false,
  // Our own server in front compresses nothing either: a reverse proxy does, and event streams must not be held back.
  compress: true,
  images: { unoptimized: true, remotePatterns: [] },
  serverExternalPackages: ['@node-rs/argon2', 'pg', 'pino'],
  experimental: { authInterrupts: true, serverActions: { bodySizeLimit: '1mb' } },
};
