import { openCatalogue } from '../../catalogue/catalogue.ts';
import { openSources } from '../../python/program/sources.ts';
import { candidatesIn } from '../model/candidates.ts';
import type { ReadingContext, ReadStacks, UnreadablePart } from '../model/reader.ts';
import type { Stack } from '../model/resource.ts';
import { appsOf } from './app-files.ts';
import { stacksOf } from './app-stacks.ts';
import { candidacy } from './candidacy.ts';
import { openLibrary } from './library.ts';

/** Reads infrastructure that is written with the AWS CDK in Python, without running it. */
export async function read(context: ReadingContext): Promise<ReadStacks> {
  const { repository, kindOf, candidates = candidatesIn(repository, candidacy) } = context;
  const stacks: Stack[] = [];
  const unreadable: UnreadablePart[] = [];
  const apps = appsOf(repository, candidates);
  if (apps.length === 0) return { stacks, editable: new Map(), unreadable };
  const library = openLibrary(openCatalogue());
  const sources = openSources(repository);
  for (const app of apps) {
    stacks.push(...stacksOf(app, sources, library, kindOf));
    for (const file of app.files) {
      const tree = sources.tree(file);
      const [error] = tree?.errors ?? [];
      if (tree !== undefined && error !== undefined)
        unreadable.push({ file, line: tree.lineColumn(error.start).line, reason: error.message });
    }
  }
  unreadable.push(...sources.unreadable.map(({ file, message }) => ({ file, line: 1, reason: message })));
  return { stacks, editable: new Map(), unreadable };
}
