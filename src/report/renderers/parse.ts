import type { ParseDocument } from '../documents/parse.ts';
import { counted, printable } from '../text.ts';

/** How files were read, for a terminal: faulty files with their errors, trees where they were asked for, and a count. */
export function renderParse({ files }: ParseDocument): string {
  const lines = files.flatMap(({ file, format, ok, sizeBytes, errors, tree }) => {
    if (ok && tree === undefined && files.length > 1) return [];
    return [
      printable(`${file}: ${format}, ${counted(sizeBytes, 'byte')}${ok ? '' : `, ${counted(errors.length, 'error')}`}`),
      ...errors.map(({ line, column, message }) => printable(`  ${line}:${column} ${message}`)),
      ...(tree ?? []).map((line) => `  ${printable(line)}`),
    ];
  });
  const faulty = files.filter((file) => !file.ok).length;
  const summary = `${counted(files.length, 'file')} read, ${faulty} with errors.`;
  return `${[...lines, ...(files.length === 1 ? [] : [summary])].join('\n')}\n`;
}
