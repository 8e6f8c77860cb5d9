import { hash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { version } from '../../evidence/version.ts';

/** From this file to the folder of the program: its bundle, or `src` where it runs from source. */
const programFolder = import.meta.filename.endsWith('.ts') ? join(import.meta.dirname, '../..') : import.meta.dirname;

const programFile = /(?<!\.d|\.test)\.(js|json|ts)$/;

/** Stands for this build of the program, its data included: what another build kept is never taken for its own. */
export function programStamp(folder: string = programFolder): string {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => programFile.test(file));
  const stamps = files.sort().map((file) => {
    const { size, mtimeMs } = statSync(join(folder, file));
    return `${file} ${size} ${mtimeMs}`;
  });
  return `${version} ${hash('sha256', stamps.join('\n'))}`;
}
