import { resolve } from 'node:path';
import { Command } from 'commander';
import { openCatalogue } from '../../catalogue/catalogue.ts';
import type { NamedRepository } from '../../engine/skills.ts';
import { UsageError } from '../../evidence/errors.ts';
import type { Unreadable } from '../../report/report.ts';
import { openPath } from '../open-path.ts';
import { formatOption } from '../options.ts';
import { type Output, profiling } from '../output.ts';
import { type DocumentFlags, printDocument } from '../print-document.ts';

/** `skyworthy skills [PATH…]`: the skills that repositories show, with the places that show them. */
export function skillsCommand(output: Output): Command {
  return new Command('skills')
    .description('Show which skills the code of repositories demonstrates, and where.')
    .argument('[paths...]', 'the folders of the repositories', ['.'])
    .addOption(formatOption('terminal', 'json', 'markdown'))
    .option('--all', 'show every place, what depth is asked for, and what was not seen')
    .action(async (paths: readonly string[], flags: DocumentFlags) => {
      const { showSkills } = await import('../../engine/skills.ts'); // nothing that other commands need
      const { renderSkills } = await import('../../report/renderers/skills.ts');
      const { renderSkillsMarkdown } = await import('../../report/renderers/skills-markdown.ts');
      const { opened, missing } = openedPaths(paths, flags.cwd, output);
      const read = await showSkills(opened, profiling(flags.profile, output));
      const document = { ...read, unreadable: [...missing, ...read.unreadable] };
      printDocument(document, flags, output, {
        terminal: (shown, options) => renderSkills(shown, options, skillNames()),
        markdown: (shown) => renderSkillsMarkdown(shown, skillNames()),
      });
    });
}

/** What skills are called, by id. */
function skillNames(): ReadonlyMap<string, string> {
  const { facts } = openCatalogue().load('market/skills');
  return new Map(facts.map(({ id, name }) => [id, name]));
}

/** The folders that are there, and why others are not. */
interface Opened {
  readonly opened: readonly NamedRepository[];
  readonly missing: readonly Unreadable[];
}

/**
 * Opens the folders that are there; of several, one that is not is said.
 * @throws UsageError if none is there.
 */
function openedPaths(paths: readonly string[], cwd: string | undefined, output: Output): Opened {
  const opened: NamedRepository[] = [];
  const missing: Unreadable[] = [];
  let last: UsageError | undefined;
  for (const [root] of Map.groupBy(paths, (path) => resolve(cwd ?? '.', path)).values()) {
    if (root === undefined) continue;
    try {
      opened.push({ root, repository: openPath(root, cwd) });
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      last = error;
      missing.push({ file: root, line: 1, reason: 'it is no folder' });
    }
  }
  if (opened.length === 0 && last !== undefined) throw last;
  for (const { file } of missing) output.writeError(`skyworthy: ${file} was not read: it is no folder.\n`);
  return { opened, missing };
}
