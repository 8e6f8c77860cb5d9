import type { SecretFormat } from '../../catalogue/dataset.ts';
import type { Onlooker } from '../../repository/survey.ts';
import { isApart } from '../../services/discover/apart.ts';

/** Which Python files may hold a secret, told while somebody goes over the repository. */
export interface SecretFiles {
  readonly onlooker: Onlooker;
  /** False if a file was looked at and holds none of the formats' needles. */
  mayHold(file: string): boolean;
}

/** Looks for the needles of formats in Python files, those of tests and samples left out. */
export function secretFiles(formats: readonly SecretFormat[]): SecretFiles {
  const needles = formats.map(({ needle }) => Buffer.from(needle));
  const without = new Set<string>();
  return {
    onlooker: {
      wants: (file) => file.endsWith('.py') && !isApart(file),
      see(file, content) {
        if (!content.ok) return;
        const { buffer, byteOffset, byteLength } = content.bytes;
        const bytes = Buffer.from(buffer, byteOffset, byteLength);
        if (!needles.some((needle) => bytes.includes(needle))) without.add(file);
      },
    },
    mayHold: (file) => !without.has(file),
  };
}
