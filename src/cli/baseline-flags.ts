import { resolve } from 'node:path';
import type { BaselineText, CheckRequest } from '../engine/request.ts';
import { UsageError } from '../evidence/errors.ts';
import type { Report } from '../report/report.ts';
import { isFolder } from '../repository/disk.ts';
import type { Repository } from '../repository/repository.ts';
import { readPath } from './open-path.ts';

/** The flags about a baseline, as they were typed. */
export interface BaselineFlags {
  readonly baseline?: string;
  readonly updateBaseline?: true;
  readonly extendBaseline?: true;
  readonly cwd?: string;
}

/**
 * The baseline that the flags name; undefined if they name none.
 * @throws UsageError for a file that is not there or is no text, and for flags that do not go together.
 */
export function baselineOf(flags: BaselineFlags): BaselineText | undefined {
  const { baseline: file } = flags;
  if (file === undefined) {
    if (flags.updateBaseline || flags.extendBaseline)
      throw new UsageError('--update-baseline and --extend-baseline go with --baseline FILE.');
    return undefined;
  }
  const text = textOf(file, flags.cwd);
  if (text === null) throw new UsageError(`there is no file ${file}: write it with --update-baseline.`);
  return { file, text };
}

/**
 * Judges a repository, writes the baseline anew, and gives the report by it. `tell` is told what became of the baseline.
 * @throws UsageError saying why it was not written, ConfigurationError for a broken one.
 */
export async function rewriteBaseline(
  repository: Repository,
  request: Omit<CheckRequest, 'baseline' | 'cache'>,
  { baseline: file, extendBaseline, cwd }: BaselineFlags & { readonly baseline: string },
  tell: (line: string) => void,
): Promise<Report> {
  const { updateBaseline } = await import('../engine/update-baseline.ts'); // only where one is written
  const before = { file, text: textOf(file, cwd) };
  const { report, text, sentence } = await updateBaseline(repository, request, before, extendBaseline === true);
  if (text !== before.text) {
    const { replaceFile } = await import('../fixes/replace-file.ts');
    const refusal = replaceFile(resolve(cwd ?? '.', file), text);
    if (refusal !== undefined) throw new UsageError(`${file}: ${refusal}. Name another file.`);
  }
  tell(`${file}: ${sentence}`);
  return report;
}

function textOf(file: string, cwd: string | undefined): string | null {
  const content = readPath(file, cwd);
  if (content === undefined) {
    if (isFolder(resolve(cwd ?? '.', file))) throw new UsageError(`${file} is a folder: name a file.`);
    return null;
  }
  if (!content.ok) throw new UsageError(`${file}: ${content.message}. Name another file.`);
  return new TextDecoder().decode(content.bytes);
}
