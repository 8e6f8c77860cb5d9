#!/usr/bin/env node
// The door: answers `--version` by itself, so that nothing else is loaded for it, and turns away a Node that is too old.
import { oldestNode, version } from '../evidence/version.ts';

const [first, ...rest] = process.argv.slice(2);
if (rest.length === 0 && (first === '--version' || first === '-V')) {
  process.stdout.write(`${version}\n`);
} else if (Number.parseInt(process.versions.node) < oldestNode) {
  process.stderr.write(`skyworthy: needs Node ${oldestNode} or newer, and this is ${process.version}.\n`);
  process.exitCode = 2;
} else {
  const { tuneV8 } = await import('./tune-v8.ts');
  tuneV8();
  const { main } = await import('./main.ts');
  process.exitCode = await main(process.argv.slice(2));
}
