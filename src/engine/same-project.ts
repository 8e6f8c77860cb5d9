import { folderOf, foldersUp, isBelow } from '../repository/paths.ts';
import type { Service } from '../services/service.ts';

/** Where a service is at home: the folder around what defines it and its code, and the outermost folders of both. */
export interface Home {
  readonly project: string;
  readonly outermost: ReadonlySet<string>;
}

/** The home of a service. */
export function homeOf({ definedIn, codeRoot }: Service): Home {
  const folders = [folderOf(definedIn.file), codeRoot ?? folderOf(definedIn.file)];
  const project = foldersUp(folders[0] ?? '.').find((folder) => folders.every((one) => isBelow(one, folder))) ?? '.';
  return { project, outermost: new Set(folders.map((folder) => folder.split('/')[0] ?? '')) };
}

/** True for the name of a folder in which a repository keeps what is about all of it. */
export function isShared(folder: string): boolean {
  return /^(infra(structure)?|deploy(ment|ments)?|terraform|cdk|iac|ops|devops|monitoring|observability|alarms?|alerts?|provisioning|setup|aws|azure|gcp|cloudformation|cfn|bicep|kubernetes|k8s|helm|charts?|(kubernetes-)?manifests)$/i.test(
    folder,
  );
}

/**
 * True for a file that may be about a service: at the root, among what is shared, in its project or around it. What stands
 * beside its project, in the same outermost folder, counts unless the folder of both holds many projects (`isCollection`).
 */
export function mayBeAbout(file: string, home: Home, isCollection: (folder: string) => boolean): boolean {
  if (!file.includes('/') || isBelow(home.project, folderOf(file))) return true;
  if (home.project !== '.' && isBelow(file, home.project)) return true;
  const first = file.slice(0, file.indexOf('/'));
  if (isShared(first) || (home.project === '.' && home.outermost.has('.'))) return true;
  if (!home.outermost.has(first)) return false;
  if (home.project === '.') return true;
  const common = foldersUp(home.project).find((folder) => isBelow(file, folder)) ?? '.';
  return !isCollection(common);
}

/** Folders with infrastructure code from which on the folder around them holds projects of their own. */
const manyProjects = 3;

/** Tells which folders hold many projects, by the files of infrastructure code. */
export function collections(files: readonly string[]): (folder: string) => boolean {
  const folders = files.map(folderOf);
  return (folder) => {
    const below = folders.filter((one) => one !== folder && isBelow(one, folder));
    const depth = folder === '.' ? 0 : folder.length + 1;
    return new Set(below.map((one) => one.slice(depth).split('/')[0])).size >= manyProjects;
  };
}
