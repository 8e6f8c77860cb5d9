import { resolve } from 'node:path';
import { Command } from 'commander';
import type { NamedAd } from '../../engine/job.ts';
import type { NamedRepository } from '../../engine/skills.ts';
import { UsageError } from '../../evidence/errors.ts';
import type { JobDocument } from '../../report/documents/job.ts';
import { renderJob } from '../../report/renderers/job.ts';
import { renderJobDraft } from '../../report/renderers/job-draft.ts';
import { renderJobMarkdown } from '../../report/renderers/job-markdown.ts';
import { askedIds } from '../../report/renderers/job-summary.ts';
import type { Unreadable } from '../../report/report.ts';
import { isFolder, isThere } from '../../repository/disk.ts';
import { readInput } from '../../repository/standard-input.ts';
import { openPath, readPath } from '../open-path.ts';
import { collect, formatOption } from '../options.ts';
import { type Output, profiling } from '../output.ts';
import { type DocumentFlags, printDocument } from '../print-document.ts';

interface JobFlags extends DocumentFlags {
  readonly against?: string[];
  readonly draft?: string;
  readonly market?: boolean;
  readonly today?: string;
}

/** `skyworthy job AD…`: the skills that job advertisements ask for, and what repositories show of them. */
export function jobCommand(output: Output): Command {
  return new Command('job')
    .description('Show which skills job advertisements ask for, and which of them repositories show.')
    .argument('[ads...]', 'the files of the advertisements, text or HTML; - for what is piped in')
    .addOption(formatOption('terminal', 'json', 'markdown'))
    .option('--against <path>', 'the folder of a repository to hold against them (repeatable)', collect)
    .option('--market', 'show all that surveys say, not of the skills asked for alone')
    .option('--all', 'show the whole demand, and the lines that ask for something unknown')
    .option('--draft <path>', 'write a job description from what the repository in this folder uses')
    .action(async (files: readonly string[], flags: JobFlags) => {
      if (flags.draft !== undefined) return writeDraft(flags.draft, files, flags, output);
      if (files.length === 0) throw new UsageError('Give the file of an advertisement, or --draft and a folder.');
      const { readJobs } = await import('../../engine/job.ts'); // reads HTML, which no other command does
      const { opened, missing } = openedRepositories(flags);
      const read = await readJobs(advertisements(files, flags), opened, profiling(flags.profile, output));
      const ofAds = read.unreadable.filter(({ root }) => root === undefined); // the summary counts what repositories hold
      for (const { file, reason } of [...ofAds, ...missing])
        output.writeError(`skyworthy: ${file} was not read: ${reason}.\n`);
      if (read.ads.length === 0) throw new UsageError('No advertisement could be read: give text or HTML.');
      const document = { ...read, unreadable: [...read.unreadable, ...missing] };
      const isWhole = flags.market === true || flags.format === 'json';
      printDocument(isWhole ? document : withAskedMarket(document), flags, output, {
        terminal: renderJob,
        markdown: renderJobMarkdown,
      });
    });
}

/** The document with the figures of what is asked for alone. */
function withAskedMarket(document: JobDocument): JobDocument {
  const asked = askedIds(document);
  return { ...document, market: document.market.filter(({ skill }) => skill !== null && asked.has(skill)) };
}

function advertisements(files: readonly string[], { cwd }: JobFlags): NamedAd[] {
  return [...new Set(files)].map((file) => {
    if (file === '-') return { file, content: readInput() };
    return { file, content: readPath(file, cwd) ?? { ok: false, message: whyNot(file, cwd) } };
  });
}

function whyNot(file: string, cwd = '.'): string {
  const path = resolve(cwd, file);
  return isFolder(path) ? 'it is a folder' : isThere(path) ? 'it is no file' : 'it does not exist';
}

/** The repositories of `--against` that are there, and why the others are not. */
function openedRepositories({ against = [], cwd }: JobFlags): { opened: NamedRepository[]; missing: Unreadable[] } {
  const opened: NamedRepository[] = [];
  const missing: Unreadable[] = [];
  for (const root of new Set(against)) {
    try {
      opened.push({ root, repository: openPath(root, cwd) });
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      missing.push({ file: root, line: 1, reason: 'it is no folder' });
    }
  }
  return { opened, missing };
}

/** `--draft`: text for the terminal, Markdown, or JSON. */
async function writeDraft(root: string, files: readonly string[], flags: JobFlags, output: Output): Promise<void> {
  if (files.length > 0) throw new UsageError('Give either advertisements or --draft.');
  if (flags.against !== undefined) throw new UsageError('--against is for advertisements: give it without --draft.');
  const { draftJob } = await import('../../engine/job-draft.ts'); // judges, which reading advertisements does not
  const document = await draftJob(
    { root, repository: openPath(root, flags.cwd) },
    { cache: flags.cache, ...(flags.today && { today: flags.today }), ...profiling(flags.profile, output) },
  );
  printDocument(document, flags, output, {
    terminal: (draft, { width }) => renderJobDraft(draft, width),
    markdown: renderJobDraft,
  });
}
