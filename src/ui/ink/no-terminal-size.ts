/**
 * Stands in for the package `terminal-size` when the app is bundled: it starts processes where a terminal does not tell
 * its size. Ours is told to Ink in any case (see `frame-stream.ts`).
 */
function noTerminalSize(): undefined {
  return undefined;
}

// biome-ignore lint/style/noDefaultExport: the package it stands in for has a default export.
export default noTerminalSize;
