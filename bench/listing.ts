// The floor under any tool that wants to know whether anything changed: list the files, and stat each of them. Prints the CPU time
// of that alone, without what starting Node and this script takes.
import { readdirSync, statSync } from 'node:fs';

const foreign = new Set(['.git', 'node_modules', '.venv', '__pycache__']);
let sizeBytes = 0;

function visit(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) {
      if (!foreign.has(entry.name)) visit(path);
    } else if (entry.isFile()) sizeBytes += statSync(path).size;
  }
}

const before = process.cpuUsage();
visit(process.argv[2] ?? '.');
const { user, system } = process.cpuUsage(before);
console.log(`${(user + system) / 1000} ms CPU, ${sizeBytes} bytes`);
