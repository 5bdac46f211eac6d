#!/usr/bin/env node
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { cacheFolder } from './adapters/user-folders.ts';
import { loadScript } from './compile-cache.ts';
import { readVersion } from './version.ts';

// Where the program starts. The version is asked for by scripts, often, and is said before anything else is loaded.

const [first, ...rest] = process.argv.slice(2);
if (rest.length === 0 && (first === '--version' || first === '-V')) {
  process.stdout.write(`${readVersion(fileURLToPath(new URL('..', import.meta.url)))}\n`);
} else loadScript(fileURLToPath(new URL('main.js', import.meta.url)), join(cacheFolder(process.env), 'compiled'));
