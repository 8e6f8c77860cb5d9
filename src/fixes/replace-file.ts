import { lstatSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * Writes a text to a file, new or in the place of an older one: others see all of it or nothing. Undefined when it is done,
 * else why it was not: the path is a folder or a link, or cannot be written.
 */
export function replaceFile(path: string, text: string): string | undefined {
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.skyworthy`);
  try {
    if (lstatSync(path, { throwIfNoEntry: false })?.isFile() === false) return 'it is a link, or no file';
    writeFileSync(temporary, text, { flag: 'wx' });
    renameSync(temporary, path);
    return undefined;
  } catch (error) {
    rmSync(temporary, { force: true });
    return `it cannot be written (${(error as NodeJS.ErrnoException).code ?? 'unknown error'})`;
  }
}
