import type { Unreadable } from '../../report/report.ts';
import { inlineModule } from '../../services/bind/inline-module.ts';
import { filesRun } from '../../services/bind/unit-modules.ts';
import type { Unit } from '../../services/discover/unit.ts';
import type { Service } from '../../services/service.ts';
import type { Workspace } from '../../services/workspace.ts';
import type { WatchedParse } from './watched-parse.ts';

/** A service that was judged, with the unit that it was joined from. */
export interface JudgedUnit {
  readonly unit: Unit;
  readonly service: Service;
}

/** Of a service without a known entry point, so many modules are parsed in any case, those nearest to its root. */
const parsedAnyhow = 8;

/**
 * Has the code of services parsed as far as faults in it matter: where each service starts, and each of its files that a
 * check found broken. `workspace.modules` notes the faults; those of code inside templates are given back.
 */
export function findCodeFaults(
  judged: readonly JudgedUnit[],
  workspace: Workspace,
  { isBroken, sawBroken }: WatchedParse,
): Unreadable[] {
  const { modules, repository } = workspace;
  for (const { unit, service } of judged) for (const file of startsOf(unit, service, workspace)) modules.get(file);
  if (sawBroken()) {
    const files = new Set(judged.flatMap(({ unit, service }) => codeFiles(unit, service, workspace)));
    for (const file of files) {
      const content = repository.read(file);
      if (content.ok && isBroken(content.bytes)) modules.get(file);
    }
  }
  return judged.flatMap(({ unit }) => inlineFault(unit));
}

/** The files of a service's code; empty where it stands in a template or elsewhere. */
export function codeFiles({ code, ...unit }: Unit, { entryPoints }: Service, workspace: Workspace): readonly string[] {
  if (code.kind !== 'folder') return [];
  const found = entryPoints.filter((entry) => entry.found);
  return filesRun({ code, ...unit }, code.folder, found, workspace, () => true);
}

function startsOf(unit: Unit, service: Service, workspace: Workspace): readonly string[] {
  const { entryPoints } = service;
  if (entryPoints.length > 0) return entryPoints.flatMap((entry) => (entry.found ? [entry.file] : []));
  return codeFiles(unit, service, workspace)
    .toSorted((a, b) => partsOf(a) - partsOf(b))
    .slice(0, parsedAnyhow);
}

function partsOf(file: string): number {
  return file.split('/').length;
}

function inlineFault({ id, code }: Unit): Unreadable[] {
  if (code.kind !== 'inline') return [];
  const { facts, placeOf } = inlineModule(id, code);
  const [fault] = facts.faults;
  return fault === undefined ? [] : [{ file: id, line: placeOf(fault.range).line, reason: fault.message }];
}
