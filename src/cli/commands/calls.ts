import { Command } from 'commander';
import { findCalls } from '../../engine/calls.ts';
import type { CallsRequest } from '../../engine/request.ts';
import { renderCalls, renderCallsMarkdown } from '../../report/renderers/calls.ts';
import { type EntryFlags, entryOf, entryOptions } from '../entry-flags.ts';
import { openPath } from '../open-path.ts';
import { collect, formatOption } from '../options.ts';
import { type Output, profiling } from '../output.ts';
import { type DocumentFlags, printDocument } from '../print-document.ts';

interface CallsFlags extends DocumentFlags, EntryFlags {
  readonly service?: string[];
}

/** `skyworthy calls [PATH]`: every SDK call in the Python below PATH, whether or not a service reaches it. */
export function callsCommand(output: Output): Command {
  const command = new Command('calls')
    .description('Show every call of a cloud SDK in the Python of a repository.')
    .argument('[path]', 'the folder of the repository', '.')
    .addOption(formatOption('terminal', 'json', 'markdown'))
    .option('--service <id|name|pattern>', 'look at the code of this service only (repeatable)', collect);
  for (const option of entryOptions('look at what one entry point imports')) command.addOption(option);
  return command
    .option('--all', 'print every place, those in tests too')
    .action(async (path: string, flags: CallsFlags) => {
      const document = await findCalls(openPath(path, flags.cwd), requestOf(flags, output));
      printDocument(document, flags, output, { terminal: renderCalls, markdown: renderCallsMarkdown });
    });
}

function requestOf(flags: CallsFlags, output: Output): CallsRequest {
  const entry = entryOf(flags);
  return {
    cache: flags.cache,
    ...(flags.service && { services: flags.service }),
    ...(entry && { entry }),
    ...profiling(flags.profile, output),
  };
}
