import { Command } from 'commander';
import { UsageError } from '../../evidence/errors.ts';
import { renderJob } from '../../report/renderers/job.ts';
import { renderJobDraft } from '../../report/renderers/job-draft.ts';
import { renderJobMarkdown } from '../../report/renderers/job-markdown.ts';
import { openPath, readPath } from '../open-path.ts';
import { collect, formatOption } from '../options.ts';
import { type Output, profiling } from '../output.ts';
import { type DocumentFlags, printDocument } from '../print-document.ts';

interface JobFlags extends DocumentFlags {
  readonly against?: string[];
  readonly draft?: string;
}

/** `skyworthy job AD…`: the skills that job advertisements ask for, and what repositories show of them. */
export function jobCommand(output: Output): Command {
  return new Command('job')
    .description('Show which skills job advertisements ask for, and which of them repositories show.')
    .argument('[ads...]', 'the files of the advertisements, text or HTML')
    .addOption(formatOption('terminal', 'json', 'markdown'))
    .option('--against <path>', 'the folder of a repository to hold against them (repeatable)', collect)
    .option('--draft <path>', 'write a job description from what the repository in this folder uses')
    .action(async (files: readonly string[], flags: JobFlags) => {
      if (flags.draft !== undefined) return writeDraft(flags.draft, files, flags, output);
      if (files.length === 0) throw new UsageError('Give the file of an advertisement, or --draft and a folder.');
      const { readJobs } = await import('../../engine/job.ts'); // reads HTML, which no other command does
      const ads = [...new Set(files)].map((file) => {
        return { file, content: readPath(file, flags.cwd) ?? { ok: false as const, message: 'it is no file' } };
      });
      const against = (flags.against ?? []).map((root) => ({ root, repository: openPath(root, flags.cwd) }));
      const document = await readJobs(ads, against, profiling(flags.profile, output));
      for (const { file, reason } of document.unreadable)
        output.writeError(`skyworthy: ${file} was not read: ${reason}.\n`);
      if (document.ads.length === 0) throw new UsageError('No advertisement could be read: give text or HTML.');
      printDocument(document, flags, output, { terminal: renderJob, markdown: renderJobMarkdown });
    });
}

/** `--draft`: Markdown, or JSON where that is asked for. */
async function writeDraft(root: string, files: readonly string[], flags: JobFlags, output: Output): Promise<void> {
  if (files.length > 0) throw new UsageError('Give either advertisements or --draft.');
  const { draftJob } = await import('../../engine/job-draft.ts'); // judges, which reading advertisements does not
  const document = await draftJob({ root, repository: openPath(root, flags.cwd) }, profiling(flags.profile, output));
  output.write(flags.format === 'json' ? `${JSON.stringify(document, null, 2)}\n` : renderJobDraft(document));
}
