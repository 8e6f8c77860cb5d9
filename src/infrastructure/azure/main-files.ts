import { folderOf, joinPath } from '../../repository/paths.ts';

/** Files whose calls do not make a module of what they call: tests of it. */
const test = /(^|\/)tests?\/|\.tests?\.\w+$/i;

/**
 * The files that nobody calls but tests, in order, and those that are named as main. `calls` finds the paths of modules in
 * a text.
 */
export function mainFiles(texts: ReadonlyMap<string, string>, calls: RegExp, named: ReadonlySet<string>): string[] {
  const called = new Set<string>();
  for (const [file, text] of texts) {
    if (test.test(file)) continue;
    for (const [, path] of text.matchAll(calls)) {
      const target = path === undefined ? undefined : joinPath(folderOf(file), path);
      if (target !== undefined && target !== file) called.add(target);
    }
  }
  return [...texts.keys()].filter((file) => !called.has(file) || named.has(file));
}
