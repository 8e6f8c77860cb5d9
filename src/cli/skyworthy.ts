#!/usr/bin/env node
// The door: answers `--version` by itself, so that nothing else is loaded for it.
import { version } from '../evidence/version.ts';

const [first, ...rest] = process.argv.slice(2);
if (rest.length === 0 && (first === '--version' || first === '-V')) {
  process.stdout.write(`${version}\n`);
} else {
  const { main } = await import('./main.ts');
  process.exitCode = await main(process.argv.slice(2));
}
