import { joinPath } from '../../repository/paths.ts';
import type { Repository } from '../../repository/repository.ts';

/** The files that a root module's expressions may name: those of the repository, from the root module's folder on. */
export class TreeFiles {
  readonly #repository: Repository;
  readonly #folder: string;

  constructor(repository: Repository, folder: string) {
    this.#repository = repository;
    this.#folder = folder;
  }

  /** The path in the repository; undefined where it leads out of it. */
  path(written: string): string | undefined {
    return joinPath(this.#folder, written);
  }

  /** True if the file is there. */
  has(written: string): boolean {
    const path = this.path(written);
    return path !== undefined && this.#repository.has(path);
  }

  /** The text of a file; undefined where it is not there or cannot be read. */
  text(written: string): string | undefined {
    const path = this.path(written);
    if (path === undefined || !this.#repository.has(path)) return undefined;
    const content = this.#repository.readText(path);
    return content.ok && content.text.length <= largestText ? content.text : undefined;
  }

  /** The files below a folder that fit a glob (`**`, `*`, `?`, `{a,b}`), relative to the folder; undefined for other globs. */
  matching(folder: string, glob: string): string[] | undefined {
    const base = this.path(folder);
    const pattern = patternOf(glob);
    if (base === undefined || pattern === undefined) return undefined;
    const prefix = base === '.' ? '' : `${base}/`;
    const { files } = this.#repository;
    const found: string[] = [];
    for (let at = firstFrom(files, prefix); at < files.length; at++) {
      const file = files[at] ?? '';
      if (!file.startsWith(prefix) || found.length >= mostFiles) break;
      if (pattern.test(file.slice(prefix.length))) found.push(file.slice(prefix.length));
    }
    return found;
  }
}

const largestText = 1_000_000;
const mostFiles = 10_000;
const longestGlob = 200;

/** The first of sorted files that is not before a prefix. */
function firstFrom(files: readonly string[], prefix: string): number {
  let low = 0;
  let high = files.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((files[middle] ?? '') < prefix) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A glob as a regular expression. Many stars would be slow to match, and nobody writes them. */
function patternOf(glob: string): RegExp | undefined {
  if (glob.length > longestGlob || /[[\]\\]/.test(glob) || glob.split('*').length > 8) return undefined;
  const source = glob.replaceAll(/[.+^$()|]/g, String.raw`\$&`).replaceAll(/\*\*\/|\*\*|\*|\?|\{|\}|,/g, (sign) => {
    switch (sign) {
      case '**/':
        return '(?:[^/]+/)*';
      case '**':
        return '.*';
      case '*':
        return '[^/]*';
      case '?':
        return '[^/]';
      case '{':
        return '(?:';
      case '}':
        return ')';
      default:
        return glob.includes('{') ? '|' : ',';
    }
  });
  try {
    return new RegExp(`^${source}$`);
  } catch {
    return undefined; // braces that do not match
  }
}
