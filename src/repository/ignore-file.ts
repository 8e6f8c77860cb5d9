// https://git-scm.com/docs/gitignore
import { fitsGlob, type Glob, readGlob } from './glob.ts';
import { NameFilter } from './name-filter.ts';

/** One line of an ignore file that says something. */
interface Line {
  /** What it says without its marks. */
  readonly pattern: string;
  /** What every path begins with that fits it: the text of a tied pattern before its first sign. */
  readonly start: string;
  /** The same, taken apart when it is needed first. */
  glob?: Glob;
  /** It holds from the file's folder on, not for a name at any depth. */
  readonly tied: boolean;
  readonly takesBack: boolean;
  readonly foldersOnly: boolean;
}

/**
 * The lines of an ignore file. Most paths fit none of them, which one look at the last name tells: it is asked whether it
 * can be the last part of any line. The few lines that end in no plain name or glob (`logs/*`) are held against each path.
 */
export class IgnoreFile {
  /** How many lines it has. */
  readonly size: number;
  readonly #lines: readonly Line[];
  readonly #names = new NameFilter();
  readonly #others: readonly Line[];

  constructor(text: string) {
    const written = text.split('\n');
    this.size = written.length;
    this.#lines = written.flatMap((line) => readLine(line) ?? []);
    this.#others = this.#lines.filter(({ pattern }) => !this.#names.add(pattern.slice(pattern.lastIndexOf('/') + 1)));
  }

  /** True if the file ignores a path (from its folder), false if it takes it back, undefined if it says nothing of it. */
  decides(path: string, isFolder: boolean): boolean | undefined {
    const isNamed = this.#names.fits(path.slice(path.lastIndexOf('/') + 1));
    if (!isNamed && this.#others.length === 0) return undefined;
    let names: readonly string[] | undefined;
    const line = (isNamed ? this.#lines : this.#others).findLast((one) => {
      if ((one.foldersOnly && !isFolder) || !path.startsWith(one.start)) return false;
      names ??= path.split('/');
      return fits(one, names);
    });
    return line && !line.takesBack;
  }
}

/** A line as it is meant; undefined for comments and empty ones. */
function readLine(written: string): Line | undefined {
  const line = written.replace(/\r$/, '').replace(/(?<!\\) +$/, '');
  if (line === '' || line.startsWith('#')) return undefined;
  const takesBack = line.startsWith('!');
  const marked = takesBack ? line.slice(1) : line;
  const foldersOnly = marked.endsWith('/');
  const path = foldersOnly ? marked.slice(0, -1) : marked;
  if (path === '') return undefined;
  const pattern = path.replace(/^\//, '');
  const tied = path.includes('/');
  const start = tied ? (/^[^*?[\\]*/.exec(pattern)?.[0] ?? '') : '';
  return { pattern, start, tied, takesBack, foldersOnly };
}

function fits(line: Line, names: readonly string[]): boolean {
  line.glob ??= readGlob(line.pattern);
  return fitsGlob(line.glob, line.tied ? names : names.slice(-1));
}
