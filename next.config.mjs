/** @type {import("next").NextConfig} */
const config = {
  // npm start builds beside the old build (scripts/build.mjs).
  distDir: process.env.NEXT_DIST_DIR || ".next",
  // Without tests, which need packages that a production install leaves out. Next rewrites a
  // configuration unless it extends another.
  typescript: { tsconfigPath: "tsconfig.build.json" },
  poweredByHeader: false,
  // Kept as they are: wasm, native code, worker threads, or loaded by path.
  serverExternalPackages: [
    "@electric-sql/pglite",
    "@node-rs/argon2",
    "nodemailer",
    "pg-boss",
    "pino",
    "postgres",
    "proper-lockfile",
    "undici",
  ],
  headers: async () => [{ source: "/:path*", headers: SECURITY_HEADERS }],
};

// The policy of scripts differs from request to request: scripts/request-facts.mjs.
const SECURITY_HEADERS = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "X-Frame-Options", value: "SAMEORIGIN" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
];

export default config;
