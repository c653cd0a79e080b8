import path from "node:path";

/** As the desk's, without what an empty page does not need. */
export default {
  poweredByHeader: false,
  turbopack: { root: path.resolve(import.meta.dirname, "../..") },
  typescript: { ignoreBuildErrors: true },
};
