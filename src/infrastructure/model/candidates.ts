import { installedFiles } from '../../repository/installed.ts';
import type { Repository } from '../../repository/repository.ts';
import { type Onlooker, survey } from '../../repository/survey.ts';

/** How the files that may be of a format are told from others, without parsing them. */
export interface Candidacy {
  /** Whether a file of that path can be one. */
  readonly named: (file: string) => boolean;
  /** Whether it can be one by its bytes, which are undefined if it cannot be read; left out where the path is enough. */
  readonly holds?: (bytes: Buffer | undefined, file: string) => boolean;
}

/**
 * The files of a repository that may be of each of some formats, in one look at each file, which `others` share. What an
 * installer put there is nobody's own infrastructure.
 */
export function candidatesOf(
  repository: Repository,
  formats: readonly Candidacy[],
  others: readonly Onlooker[] = [],
): (readonly string[])[] {
  const onlookers = [...others];
  const isInstalled = installedFiles(repository);
  const found = formats.map(({ named, holds }) => {
    if (holds === undefined) return repository.files.filter((file) => named(file) && !isInstalled(file));
    const files: string[] = [];
    onlookers.push({
      wants: (file) => named(file) && !isInstalled(file),
      see(file, content) {
        const { buffer, byteOffset, byteLength } = content.ok ? content.bytes : noBytes;
        const bytes = content.ok ? Buffer.from(buffer, byteOffset, byteLength) : undefined;
        if (holds(bytes, file)) files.push(file);
      },
    });
    return files;
  });
  survey(repository, onlookers);
  return found;
}

const noBytes = new Uint8Array();

/** The files of a repository that may be of one format. */
export function candidatesIn(repository: Repository, format: Candidacy): readonly string[] {
  return candidatesOf(repository, [format])[0] ?? [];
}
