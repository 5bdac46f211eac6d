// Builds src into dist: a small entry for the commands, and chunks that are loaded when first needed
// (the whole TUI, with React and Ink, is one of them).
import { rmSync } from 'node:fs';
import { build } from 'esbuild';

rmSync('dist', { recursive: true, force: true });

await build({
  entryPoints: { agents: 'src/main.ts' },
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  logLevel: 'warning',
  define: { 'process.env.NODE_ENV': '"production"', 'process.env.DEV': '"false"' },
  // CommonJS packages inside an ES module ask for require.
  banner: {
    js: "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);",
  },
  // Ink draws only its last frame where CI is set, as in many containers people work in. The app starts on terminals only.
  alias: { 'is-in-ci': './src/ui/never-in-ci.ts' },
  // Ink loads it only for debugging, and only where DEV is set.
  external: ['react-devtools-core'],
});
