/**
 * Stands in for Ink's `build/components/ErrorOverview.js` when the app is bundled. What a view throws ends the app and is
 * told on the terminal that was given back (see `own-terminal.ts`), where it stays readable.
 */
function noErrorOverview(): null {
  return null;
}

// biome-ignore lint/style/noDefaultExport: the module it stands in for has a default export.
export default noErrorOverview;
