// node bench/parse/memory.ts DIR: reads and parses all .py files below a folder, one at a time; prints lines and memory.
// Node's own share is large when it strips types: bundle this file to measure what a product needs.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseModule } from '../../src/syntax/python/index.ts';

const [directory] = process.argv.slice(2);
const megabytes = (): string => (process.resourceUsage().maxRSS / 1024).toFixed(0);
const before = megabytes();
let lines = 0;
let nodes = 0;
for (const entry of readdirSync(directory ?? '.', { recursive: true, withFileTypes: true })) {
  if (!entry.isFile() || !entry.name.endsWith('.py')) continue;
  const bytes = readFileSync(join(entry.parentPath, entry.name));
  nodes += parseModule(bytes).count;
  for (let index = 0; index < bytes.length; index++) if (bytes[index] === 10) lines++;
}
console.log(`${lines} lines, ${nodes} nodes, node ${process.version}`);
console.log(`at most ${megabytes()} MB, of which ${before} MB before the first file`);
