import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const most = 400;

/** Source files that may be longer, each with its reason. */
const longer: Readonly<Record<string, string>> = {};

/** Source files with more lines than a reader takes in, as sentences; and entries of the list above that are not needed. */
export function oversizedFiles(root: string): string[] {
  const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .map((file) => `src/${file.replaceAll('\\', '/')}`)
    .filter((file) => file.endsWith('.ts'));
  const long = files
    .map((file) => ({ file, lines: readFileSync(join(root, file), 'utf8').split('\n').length - 1 }))
    .filter(({ lines }) => lines > most);
  const unlisted = long.filter(({ file }) => !(file in longer));
  const needless = Object.keys(longer).filter((file) => !long.some((found) => found.file === file));
  return [
    ...unlisted.map(
      ({ file, lines }) => `${file} has ${lines} lines: split it, or list it in tools/file-sizes.ts with the reason`,
    ),
    ...needless.map((file) => `${file} is listed in tools/file-sizes.ts and is not that long`),
  ];
}
