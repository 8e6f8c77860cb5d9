import { lazy } from '../evidence/lazy.ts';
import type { Resource, Stack } from '../infrastructure/model/resource.ts';
import { folderOf, isBelow } from '../repository/paths.ts';
import type { Repository } from '../repository/repository.ts';
import { isApart, isTestFile } from '../services/discover/apart.ts';
import type { Service } from '../services/service.ts';
import type { AppText } from '../skills/road/named-constructs.ts';
import { collections, homeOf, mayBeAbout } from './same-project.ts';

/** What stands around services and may be about them, found once for all of them. */
export interface Surroundings {
  /** The resources of other stacks than a service's own. */
  readonly resources: (service: Service) => readonly Resource[];
  /** The resources of all stacks. */
  readonly everywhere: () => readonly Resource[];
  /** The files whose path fits, wherever they stand. */
  readonly filesAnywhere: (name: RegExp) => readonly string[];
  /** The files whose path fits. A pattern is looked for once: hand in the same object each time. */
  readonly files: (service: Service, name: RegExp) => readonly string[];
  /** True for a file that stands where it may be about a service; what forges and CI systems read stands in folders with a dot. */
  readonly isNear: (service: Service, file: string) => boolean;
  /** Infrastructure code in a language that is not read; undefined for none. */
  readonly unread: (service: Service) => string | undefined;
  /** The texts of such an app, where it is one of the CDK in TypeScript or JavaScript. */
  readonly app: (service: Service) => readonly AppText[];
}

/** Opens what stands around the services of a repository; tests, samples and documentation are left out. */
export function openSurroundings(
  paths: readonly string[],
  stacks: readonly Stack[],
  repository: Repository,
): Surroundings {
  const deployed = stacks.filter(({ file }) => !isApart(file));
  const isCollection = kept(collections(deployed.map(({ file }) => file)));
  const isNear = (service: Service, file: string): boolean => mayBeAbout(file, homeOf(service), isCollection);
  const stacksOf = kept((service: Service) => deployed.filter(({ file }) => isNear(service, file)));
  const fitting = kept((name: RegExp) => paths.filter((path) => name.test(path) && !isApart(path)));
  const app = kept((file: string) => appTexts(file, repository));
  const files: Surroundings['files'] = (service, name) => fitting(name).filter((path) => isNear(service, path));
  const unread: Surroundings['unread'] = (service) =>
    files(service, unreadDefinitions).find((file) => !isAppInPython(file, repository));
  return {
    resources: (service) =>
      stacksOf(service).flatMap((stack) => (stack === service.definition?.stack ? [] : [...stack.resources.values()])),
    everywhere: lazy(() => deployed.flatMap(({ resources }) => [...resources.values()])),
    filesAnywhere: fitting,
    files,
    isNear: (service, file) => file.startsWith('.') || isNear(service, file),
    unread,
    app: (service) => {
      const file = unread(service);
      return file === undefined ? [] : app(file);
    },
  };
}

/** Files of infrastructure code in languages that are not read. */
const unreadDefinitions = /(^|\/)(cdk\.json|cdktf\.json|Pulumi\.ya?ml|sst\.config\.\w+|ansible\.cfg|playbook\.ya?ml)$/;

/** An app of the CDK in Python is read. */
function isAppInPython(file: string, repository: Repository): boolean {
  const content = file.endsWith('cdk.json') ? repository.readText(file) : undefined;
  return content?.ok === true && /"app"\s*:\s*"[^"]*python/.test(content.text);
}

/** A bound for what is read of an app. */
const mostFiles = 300;

/** The texts of an app of the CDK in TypeScript or JavaScript, without its tests; empty for everything else. */
function appTexts(file: string, repository: Repository): AppText[] {
  if (!file.endsWith('cdk.json')) return [];
  const folder = folderOf(file);
  return repository.files
    .filter(
      (one) => /(?<!\.d|\.test|\.spec)\.[jt]s$/.test(one) && isBelow(one, folder) && !isTestFile(one) && !isApart(one),
    )
    .slice(0, mostFiles)
    .flatMap((one) => {
      const content = repository.readText(one);
      return content.ok && content.text.includes('aws-cdk') ? [{ file: one, text: content.text }] : [];
    });
}

/** Makes a thing for each key once. */
function kept<Key, Item>(make: (key: Key) => Item): (key: Key) => Item {
  const made = new Map<Key, Item>();
  return (key) => {
    let item = made.get(key);
    if (item === undefined) made.set(key, (item = make(key)));
    return item;
  };
}
