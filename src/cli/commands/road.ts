import { Command } from 'commander';
import { renderRoad } from '../../report/renderers/road.ts';
import { renderRoadMarkdown } from '../../report/renderers/road-markdown.ts';
import { openPath } from '../open-path.ts';
import { collect, formatOption } from '../options.ts';
import { type Output, profiling } from '../output.ts';
import { type DocumentFlags, printDocument } from '../print-document.ts';

interface RoadFlags extends DocumentFlags {
  readonly service?: string[];
  readonly today?: string;
}

/** `skyworthy road [PATH]`: where each service stands on the five rungs to cloud-first. */
export function roadCommand(output: Output): Command {
  return new Command('road')
    .description('Show where each service stands on the five rungs to cloud-first, and the next step.')
    .argument('[path]', 'the folder of the repository', '.')
    .addOption(formatOption('terminal', 'json', 'markdown'))
    .option('--service <id|name|pattern>', 'place this service only (repeatable)', collect)
    .option('--all', 'tell each service by itself: what is met and what is missing, why and where')
    .action(async (path: string, flags: RoadFlags) => {
      const { findRoad } = await import('../../engine/road.ts'); // nothing that other commands need
      const document = await findRoad(openPath(path, flags.cwd), {
        cache: flags.cache,
        ...(flags.service && { services: flags.service }),
        ...(flags.today && { today: flags.today }),
        ...profiling(flags.profile, output),
      });
      const chosen = flags.service !== undefined;
      printDocument(document, flags, output, {
        terminal: (road, options) => renderRoad(road, { ...options, chosen }),
        markdown: (road) => renderRoadMarkdown(road, { all: flags.all ?? false, chosen }),
      });
    });
}
