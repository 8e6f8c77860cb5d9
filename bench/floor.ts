// The physical floor under any tool that looks at a whole repository: list its files, read them, scan their bytes.
import { readdirSync, readFileSync } from 'node:fs';

const foreign = new Set(['.git', 'node_modules', '.venv', '__pycache__']);
let lines = 0;

function visit(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) {
      if (!foreign.has(entry.name)) visit(path);
    } else if (entry.isFile()) {
      const bytes = readFileSync(path);
      for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) lines++;
    }
  }
}

visit(process.argv[2] ?? '.');
console.log(lines);
