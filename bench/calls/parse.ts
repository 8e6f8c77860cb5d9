// Reads and parses every Python file of a folder, and nothing else: what `calls` is held against.
import { openRepository } from '../../src/repository/disk.ts';
import { parseModule } from '../../src/syntax/python/index.ts';

const repository = openRepository(process.argv[2] ?? '.');
let nodes = 0;
for (const file of repository.files) {
  if (!/\.pyi?$/.test(file)) continue;
  const content = repository.read(file);
  if (content.ok) nodes += parseModule(content.bytes).count;
}
console.log(nodes);
