import { byCodeUnits } from '../../evidence/order.ts';
import type { Unreadable } from '../../report/report.ts';
import { counted } from '../../report/text.ts';
import type { Repository } from '../../repository/repository.ts';
import type { Gathered } from '../gather.ts';

/** Faults of one file that are listed; a file of another kind than its name says has one on each line. */
const mostFaults = 3;

/** What could not be read: folders, files and parts of files. Every Python file is looked at, reached or not. */
export function listFaults(
  repository: Repository,
  { unreadable, workspace }: Gathered,
  inTemplates: readonly Unreadable[],
): Unreadable[] {
  for (const file of repository.files) if (file.endsWith('.py')) workspace.modules.scan(file);
  const folders = repository.unreadable.map(({ file, message }) => ({ file, line: 1, reason: message }));
  const modules = workspace.modules.faults.map(({ file, line, message }) => ({ file, line, reason: message }));
  const sorted = [...folders, ...unreadable, ...modules, ...inTemplates].sort(
    (a, b) => byCodeUnits(a.file, b.file) || a.line - b.line || byCodeUnits(a.reason, b.reason),
  );
  const distinct = new Map(sorted.map((fault) => [`${fault.file}\0${fault.line}\0${fault.reason}`, fault]));
  return [...Map.groupBy(distinct.values(), ({ file }) => file).values()].flatMap((faults) => {
    const [listed, rest] = [faults.slice(0, mostFaults), faults.length - mostFaults];
    const last = listed.at(-1);
    return rest <= 0 || last === undefined
      ? listed
      : [...listed, { ...last, reason: `${counted(rest, 'more fault')} behind this one` }];
  });
}
