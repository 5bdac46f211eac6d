/** Stands in for the package `is-in-ci` when the app is bundled (see `esbuild.config.mjs`). */
const isInCi = false;

// biome-ignore lint/style/noDefaultExport: the package it stands in for has a default export.
export default isInCi;
