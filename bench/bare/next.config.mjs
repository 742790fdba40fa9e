import { resolve } from "node:path";

/** @type {import("next").NextConfig} */
export default {
  turbopack: { root: resolve(import.meta.dirname, "../..") },
  outputFileTracingRoot: resolve(import.meta.dirname, "../.."),
};
