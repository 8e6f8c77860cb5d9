import { type Evidence, evidence } from '../../evidence/evidence.ts';
import { startOf } from '../../evidence/place.ts';
import { folderOf, isBelow } from '../../repository/paths.ts';
import type { Standing } from './standing.ts';

/** Files by which one command provisions, builds and deploys the project in their folder. */
const oneCommand = /(^|\/)(azure\.ya?ml|skaffold\.ya?ml|samconfig\.toml)$/;
/** That of the Azure Developer CLI. */
export const azd = /(^|\/)azure\.ya?ml$/;

/** True for jobs that somebody hands to a service for data or models: what deploys the project around them does not. */
export function isHandedOver({ service: { compute } }: Standing): boolean {
  return compute === 'ml' || compute === 'data-pipeline';
}

/** The nearest file of such a name in a folder around a service; undefined for none. */
export function fileAround(standing: Standing, name: RegExp): string | undefined {
  const { service, files } = standing;
  const { definedIn, codeRoot } = service;
  if (isHandedOver(standing)) return undefined;
  const around = files(name).filter(
    (path) => isBelow(definedIn.file, folderOf(path)) || (codeRoot !== null && isBelow(codeRoot, folderOf(path))),
  );
  return around.reduce<string | undefined>(
    (nearest, path) => (nearest === undefined || path.length > nearest.length ? path : nearest),
    undefined,
  );
}

/** The file by which one command provisions, builds and deploys the project around a service; undefined for none. */
export function projectCommand(standing: Standing): Evidence | undefined {
  const file = fileAround(standing, oneCommand);
  return file === undefined ? undefined : evidence(startOf(file), file);
}
