// Cursor: the loader of local sub-agents, taken out of the bundle of its SDK while that is compiled. It reads the
// workspace alone.
import { readFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import { askAll, home, packaged, quieten } from './asking.mjs';

process.env.HOME = home;
const bundle = packaged('@cursor/sdk/dist/cjs');
const found = {};
globalThis.interopFound = found;

const compile = Module.prototype._compile;
Module.prototype._compile = function (source, file, ...rest) {
  let code = source;
  if (file.startsWith(bundle)) {
    const loader = /class (\w+)\{constructor\([^)]*\)\{this\.workspacePath=\w+,this\.cursorAgentsSource=/.exec(code);
    const merger = /class (\w+)\{constructor\(\w+\)\{this\.subagentsServices=/.exec(code);
    if (loader && merger) {
      const note = `;globalThis.interopFound.classes=()=>({Loader:${loader[1]},Merger:${merger[1]}});`;
      code = code.slice(0, loader.index) + note + code.slice(loader.index);
    }
    if (file === `${bundle}/index.js`) {
      code = code.replace(/module\.exports=(\w+)\}\)\(\);\s*$/, (end) => `globalThis.interopFound.require=i;${end}`);
    }
  }
  return compile.call(this, code, file, ...rest);
};
quieten();
createRequire(import.meta.url)(`${bundle}/index.js`);
const index = readFileSync(`${bundle}/index.js`, 'utf8');
const chunks = /((?:i\.e\(\d+\)[,\]).]*)+)then\(i\.bind\(i,"\.\/src\/agent\/local-executor\.ts"/.exec(index);
await Promise.all((chunks?.[1].match(/\d+/g) ?? []).map((id) => found.require.e(Number(id))));
found.require('./src/agent/local-executor.ts');
const { Loader, Merger } = found.classes();

await askAll(async (project) => {
  const agents = await new Merger([new Loader(project)]).getAllSubagents();
  return agents.map(({ name, description, fullPath }) => ({ name, description, path: fullPath }));
});
