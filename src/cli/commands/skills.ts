import { Command } from 'commander';
import type { NamedRepository } from '../../engine/skills.ts';
import { UsageError } from '../../evidence/errors.ts';
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
      const repositories = openedPaths(paths, flags.cwd, output);
      const document = await showSkills(repositories, profiling(flags.profile, output));
      printDocument(document, flags, output, { terminal: renderSkills, markdown: renderSkillsMarkdown });
    });
}

/**
 * The folders that are there; of several, one that is not is said and left out.
 * @throws UsageError if none is there.
 */
function openedPaths(paths: readonly string[], cwd: string | undefined, output: Output): NamedRepository[] {
  const opened: NamedRepository[] = [];
  const troubles: UsageError[] = [];
  for (const root of new Set(paths)) {
    try {
      opened.push({ root, repository: openPath(root, cwd) });
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      troubles.push(error);
    }
  }
  const last = opened.length === 0 ? troubles.pop() : undefined;
  for (const { message } of troubles) output.writeError(`skyworthy: ${message}\n`);
  if (last !== undefined) throw last;
  return opened;
}
