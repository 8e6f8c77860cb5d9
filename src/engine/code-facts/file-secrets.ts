import type { SecretFormat } from '../../catalogue/dataset.ts';
import type { Range } from '../../evidence/place.ts';
import type { CodeSecret } from '../../steps/code.ts';

/** A secret in a text, with its range. */
export interface FoundSecret extends Omit<CodeSecret, 'place'> {
  readonly range: Range;
}

/** Words in or around a key by which documentation and tests show that it opens nothing. */
const shown = /EXAMPLE|DUMMY|FAKE|SAMPLE|PLACEHOLDER|CHANGE_?ME|REPLACE|REDACTED|XXXX|\bTEST|1234567890|ABCDEFGH/i;

/** The key that every Azurite and storage emulator has: https://learn.microsoft.com/azure/storage/common/storage-use-azurite */
const emulatorKey = 'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq';

/** The longest line that is looked at, in characters: what is longer is made by a machine. */
const longestLine = 2000;

/** The keys and tokens in a text, by the formats of the catalogue; those that show themselves to be examples are left out. */
export function secretsIn(text: string, formats: readonly SecretFormat[]): FoundSecret[] {
  const found: FoundSecret[] = [];
  for (const { kind, needle, pattern } of formats) {
    for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + needle.length)) {
      const start = text.lastIndexOf('\n', at) + 1;
      const end = text.indexOf('\n', at);
      const line = text.slice(start, end < 0 ? text.length : end);
      if (line.length > longestLine) continue;
      const window = text.slice(start, Math.min(text.length, at + 400));
      const match = new RegExp(pattern).exec(window);
      const secret = match?.[0];
      if (match === null || secret === undefined || start + match.index > at) continue;
      if (start + match.index + secret.length <= at) continue;
      if (shown.test(secret) || shown.test(line) || secret.includes(emulatorKey) || isMonotonous(secret)) continue;
      const number = lineNumber(text, start);
      const column = match.index + 1;
      const length = Math.min(secret.length, line.length - match.index);
      found.push({
        kind,
        masked: `${secret.slice(0, kind === 'private key' ? 27 : 8)}…`,
        range: { line: number, column, endLine: number, endColumn: column + length },
      });
    }
  }
  return found;
}

/** A real key has many different characters. */
function isMonotonous(secret: string): boolean {
  return new Set(secret.slice(-20)).size < 8;
}

function lineNumber(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++;
  return line;
}
