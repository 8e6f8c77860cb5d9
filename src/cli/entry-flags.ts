import { Option } from 'commander';
import type { EntryRequest } from '../engine/request.ts';
import { UsageError } from '../evidence/errors.ts';
import { joinPath } from '../repository/paths.ts';

/** The flags that name one entry point, as they were typed. */
export interface EntryFlags {
  readonly root?: string;
  readonly entry?: string;
  readonly cloud?: EntryRequest['cloud'];
}

/** `--root`, `--entry` and `--cloud`; `what` says what the command does with the entry point. */
export function entryOptions(what: string): Option[] {
  return [
    new Option('--root <folder>', 'with --entry: the code root, relative to the path'),
    new Option('--entry <file:function>', what),
    new Option('--cloud <cloud>', 'with --entry: where it runs').choices(['aws', 'azure', 'gcp']),
  ];
}

/**
 * The entry point that the flags name; undefined if they name none.
 * @throws UsageError for flags that do not go together.
 */
export function entryOf({ root, entry, cloud }: EntryFlags): EntryRequest | undefined {
  if (entry === undefined) {
    if (root !== undefined || cloud !== undefined)
      throw new UsageError('--root and --cloud go with --entry FILE:FUNCTION.');
    return undefined;
  }
  const colon = entry.lastIndexOf(':');
  if (colon <= 0 || colon === entry.length - 1)
    throw new UsageError(`--entry ${entry}: write FILE:FUNCTION, such as app.py:handler.`);
  if (cloud === undefined) throw new UsageError('--entry needs --cloud aws, azure or gcp.');
  return { root: normal(root ?? '.'), file: normal(entry.slice(0, colon)), function: entry.slice(colon + 1), cloud };
}

/** A path as the repository writes it: `./src/`, as a shell completes it, is `src`. */
function normal(path: string): string {
  return joinPath('.', path) ?? path;
}
