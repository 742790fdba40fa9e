import type { NextConfig } from "next";

const config: NextConfig = {
  poweredByHeader: false,
  // `npm test` checks the types, tests included; a start need not wait for that.
  typescript: { ignoreBuildErrors: true },
  // A lockfile in a folder above the checkout must not move the root there.
  turbopack: { root: import.meta.dirname },
  outputFileTracingRoot: import.meta.dirname,
  // It reads files of its own at run time.
  serverExternalPackages: ["pg-boss"],
  // At the left it would lie on the account menu.
  devIndicators: { position: "bottom-right" },
  allowedDevOrigins: ["127.0.0.1", "localhost"],
  // It would print what an action was called with: passwords, in development.
  logging: { serverFunctions: false },
  // A quote with all the lines that it may have, saved whole. Files come by a door of their own (lib/adapters/upload).
  experimental: { serverActions: { bodySizeLimit: "20mb" } },
  // The address of such a page is a secret: it goes nowhere with a request.
  headers: async () => [
    { source: "/reset/:path*", headers: [{ key: "Referrer-Policy", value: "no-referrer" }] },
    { source: "/invite/:path*", headers: [{ key: "Referrer-Policy", value: "no-referrer" }] },
    {
      source: "/shared/:path*",
      headers: [
        { key: "Referrer-Policy", value: "no-referrer" },
        { key: "X-Robots-Tag", value: "noindex, nofollow, noarchive" },
        { key: "Cache-Control", value: "private, no-store" },
      ],
    },
  ],
};

export default config;
