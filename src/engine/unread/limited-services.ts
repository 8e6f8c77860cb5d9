import { lazy } from '../../evidence/lazy.ts';
import { isManifest } from '../../manifests/index.ts';
import type { Unreadable } from '../../report/report.ts';
import { baseName, folderOf, isBelow } from '../../repository/paths.ts';
import type { Repository } from '../../repository/repository.ts';
import { isApart } from '../../services/discover/apart.ts';
import { isDockerfile } from '../../services/discover/read-image.ts';
import type { Workspace } from '../../services/workspace.ts';
import { hostFile } from '../host-file.ts';
import { codeFiles, type JudgedUnit } from './code-faults.ts';

/** What a file is for a service. */
export type FileRole = 'code' | 'manifest' | 'image' | 'definition' | 'folder';

/** A service's own file that could not be read, wholly or from a line on. */
export interface ServiceFault {
  /** The id of the service. */
  readonly service: string;
  readonly role: FileRole;
  readonly fault: Unreadable;
}

/**
 * Which services are known less well, since a file of theirs could not be read: their code, manifests, Dockerfile or
 * definition. A definition that is no longer one counts for the services nearest to it that nothing defines. The first
 * fault of a file stands for it. Files among tests and samples, and files that belong to no service, limit nobody.
 */
export function limitedServices(
  judged: readonly JudgedUnit[],
  faults: readonly Unreadable[],
  workspace: Workspace,
): ServiceFault[] {
  if (faults.length === 0) return [];
  const first = [...new Map(faults.toReversed().map((fault) => [fault.file, fault])).values()].reverse();
  const folders = new Set(workspace.repository.unreadable.map(({ file }) => file));
  const undefinedOnes = judged.filter(({ service }) => service.definition === null && service.compute === null);
  return judged.flatMap((one) => {
    const code = lazy(() => new Set(codeFiles(one.unit, one.service, workspace)));
    return first.flatMap((fault): ServiceFault[] => {
      const role = folders.has(fault.file)
        ? folderRole(one, fault.file, workspace.repository)
        : roleOf(one, fault.file, code, undefinedOnes);
      return role === undefined ? [] : [{ service: one.service.id, role, fault }];
    });
  });
}

function folderRole({ service }: JudgedUnit, folder: string, { files }: Repository): FileRole | undefined {
  const { codeRoot } = service;
  if (codeRoot === null || isApart(`${folder}/`) || files.length === 0) return undefined;
  return isBelow(folder, codeRoot) ? 'folder' : undefined;
}

function roleOf(
  one: JudgedUnit,
  file: string,
  code: () => ReadonlySet<string>,
  undefinedOnes: readonly JudgedUnit[],
): FileRole | undefined {
  const { id, image, codeRoot, manifests, pythonVersions, definedIn } = one.service;
  if (file === id || (file.endsWith('.py') && code().has(file))) return 'code';
  const isHere = folderOf(file) === codeRoot;
  if (isComputed(file)) return undefined;
  if (manifests.some((manifest) => manifest.file === file) || (isHere && isManifest(file) !== undefined))
    return 'manifest';
  if (pythonVersions.some(({ evidence }) => evidence.file === file)) return 'manifest';
  if (image?.file === file || (isHere && image === null && isDockerfile(file))) return 'image';
  if (hostFile(definedIn.file) === file || isOfModule(file, definedIn.file)) return 'definition';
  return mayDefine(file) && nearestTo(file, undefinedOnes).includes(one) ? 'definition' : undefined;
}

/** What `setup.py` computes is no fault of the file: checks of dependencies know that it leaves some open. */
function isComputed(file: string): boolean {
  return baseName(file) === 'setup.py';
}

/** The files of a folder are one module in Terraform. */
function isOfModule(file: string, definedIn: string): boolean {
  return file.endsWith('.tf') && definedIn.endsWith('.tf') && folderOf(file) === folderOf(definedIn);
}

function mayDefine(file: string): boolean {
  return /\.(?:tf|ya?ml|json|bicep|template)$/i.test(file) && !isApart(file);
}

function rootOf({ service }: JudgedUnit): string {
  return service.codeRoot ?? '.';
}

/** Of folders that hold one file, the longer path is the deeper one. */
function depth(folder: string): number {
  return folder === '.' ? 0 : folder.length;
}

/** Of services by their code alone: those whose folder holds the file, the deepest; else those below the file's folder. */
function nearestTo(file: string, services: readonly JudgedUnit[]): JudgedUnit[] {
  const around = services.filter((one) => isBelow(file, rootOf(one)));
  if (around.length === 0) return services.filter((one) => isBelow(rootOf(one), folderOf(file)));
  const deepest = around.reduce((most, one) => Math.max(most, depth(rootOf(one))), 0);
  return around.filter((one) => depth(rootOf(one)) === deepest);
}
