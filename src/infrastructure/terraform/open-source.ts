import type { Repository } from '../../repository/repository.ts';
import type { UnreadablePart } from '../model/reader.ts';
import { type CodeSource, readSource } from './source.ts';

/** A file of the repository, read; what cannot be read of it is told to `unreadable`, undefined where it is nothing. */
export function openSource(file: string, repository: Repository, unreadable: UnreadablePart[]): CodeSource | undefined {
  const text = repository.readText(file);
  if (!text.ok) {
    unreadable.push({ file, line: 1, reason: text.message });
    return undefined;
  }
  const source = readSource(file, text.text);
  for (const { start, message } of source.hcl.faults) {
    unreadable.push({ file, line: source.lines.position(start).line, reason: message });
  }
  return source;
}
