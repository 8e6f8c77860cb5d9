// https://git-scm.com/docs/gitignore#_pattern_format and https://cloud.google.com/sdk/gcloud/reference/topic/gcloudignore
import ignore from 'ignore';
import type { IgnoreFile } from './ignore-file.ts';

const longestPattern = 500;
const mostIncludes = 20;
const mostStars = 20; // the library makes regular expressions of them

/** git's rules, with `#!include:NAME` of `.gcloudignore`. */
export function gitRules(text: string, readOther: (name: string) => string | undefined): IgnoreFile {
  const faults: { line: number; message: string }[] = [];
  const rules = ignore({ allowRelativePaths: false });
  const included = new Set<string>();
  const add = (content: string, from?: number): void => {
    for (const [index, line] of content.split(/\r?\n/).entries()) {
      const fault = (message: string): number => faults.push({ line: from ?? index + 1, message });
      const name = /^#!include:(.*)$/.exec(line)?.[1]?.trim();
      if (name !== undefined) {
        const other = included.has(name) || included.size >= mostIncludes ? undefined : readOther(name);
        if (other === undefined) fault(`${name} can't be included${included.has(name) ? ' twice' : ''}`);
        included.add(name);
        if (other !== undefined) add(other, from ?? index + 1);
      } else if (line.length > longestPattern || line.split('*').length > mostStars) {
        fault('a pattern this long is not read');
      } else rules.add(line);
    }
  };
  add(text);
  return { faults, ignores: (path) => ignore.isPathValid(path) && rules.ignores(path) };
}
