import { evidence } from '../../../evidence/evidence.ts';
import { readText } from '../../../infrastructure/model/reading.ts';
import type { Resource, Stack } from '../../../infrastructure/model/resource.ts';
import type { MapValue, Value } from '../../../infrastructure/model/value.ts';
import { baseName, folderOf, foldersUp, joinPath } from '../../../repository/paths.ts';
import type { Workspace } from '../../workspace.ts';
import type { Claim } from './claim.ts';
import { type ContainerShape, containerShapes, patternShapes } from './containers.ts';
import { imageText } from './image-text.ts';
import { resourceClaim } from './resource-claim.ts';
import { valuesAt } from './steps-into.ts';

/** One claim for each container of the resources that run containers. */
export async function containerClaims({ stacks, repository }: Workspace): Promise<Claim[]> {
  const charts = repository.files.some((file) => baseName(file) === 'Chart.yaml')
    ? await (await import('./helm-values.ts')).helmCharts(repository)
    : null;
  return stacks.flatMap((stack) =>
    [...stack.resources.values()].flatMap((resource) => {
      if (resource.existing === true) return [];
      const shape = containerShapes[resource.type];
      const shapes = [...(shape === undefined ? [] : [shape]), ...(patternShapes[resource.type] ?? [])];
      const named = shapes.flatMap((one) =>
        containersOf(resource, one).flatMap((container) =>
          claimOf(container, resource, stack, one, stacks, repository.has),
        ),
      );
      const claims =
        shape !== undefined && containersOf(resource, shape).length === 0 && named.length === 0
          ? linkedClaim(resource, stack, shape)
          : named;
      return charts === null ? claims : claims.flatMap((claim) => charts.filled(claim) ?? []);
    }),
  );
}

/** What a deployment tool puts code into though its definition names no container. */
function linkedClaim(resource: Resource, stack: Stack, shape: ContainerShape): Claim[] {
  const claim = resourceClaim(resource, stack, shape.compute, shape.name);
  return claim.links?.length === 0 ? [] : [claim];
}

function containersOf(resource: Resource, { containers }: ContainerShape): MapValue[] {
  const found = containers.flatMap((path) => valuesAt(resource.properties, ...path));
  return found.filter((value) => value.kind === 'map');
}

function claimOf(
  container: MapValue,
  resource: Resource,
  stack: Stack,
  shape: ContainerShape,
  stacks: readonly Stack[],
  has: (file: string) => boolean,
): Claim[] {
  const { longLabels = [], ...own } = resourceClaim(resource, stack, shape.compute, shape.name);
  const [named] = [...valuesAt(container, 'name'), ...valuesAt(container, 'Name')];
  const shared = {
    ...own,
    longLabels: [...longLabels, ...(named === undefined ? [] : [`${own.label}/${readText(named).text}`])],
  };
  const [image] = valuesAt(container, shape.image);
  const words = { entrypoint: wordsAt(container, shape.entrypoint), command: wordsAt(container, shape.command) };
  if (image === undefined)
    return shared.links === undefined || shared.links.length === 0 ? [] : [{ ...shared, ...words }];
  const text = image.kind === 'map' ? '' : imageText(image, stack);
  return [
    {
      ...shared,
      ...words,
      ...azdLinks(text),
      dockerfile: assetOf(image, resource, stack, stacks, has),
      image: { text, evidence: evidence(image.place, text, text.includes('${') ? 'guessed' : 'constant-propagated') },
    },
  ];
}

/** The service of azd whose image stands there: https://learn.microsoft.com/azure/developer/azure-developer-cli/azd-extensibility */
function azdLinks(text: string): Pick<Claim, 'links'> {
  const service = /SERVICE_(\w+?)_IMAGE_NAME/.exec(text)?.[1];
  return service === undefined ? {} : { links: [service.toLowerCase().replaceAll('_', '-')] };
}

/** A command as a list of words, or as a text that a shell reads; undefined where none is stated or it is not known. */
function wordsAt(container: MapValue, key: string): string[] | undefined {
  const stated = key === '' ? undefined : container.entries.get(key)?.value;
  const inner = stated?.kind === 'parameter' ? (stated.fallback ?? undefined) : stated;
  if (inner === undefined || inner.kind === 'absent') return undefined;
  if (inner.kind !== 'list') {
    const text = readText(inner);
    return text.known && text.value !== '' ? ['sh', '-c', text.value] : undefined;
  }
  return inner.items.length === 0 ? undefined : inner.items.map((item) => readText(item).text);
}

/** Resources that build an image, and the keys of its folder and its Dockerfile. */
const builders: Readonly<Record<string, readonly [context: readonly string[], dockerfile: readonly string[]]>> = {
  'aws_cdk.aws_ecr_assets.DockerImageAsset': [['cdk:directory'], ['cdk:file']],
  docker_image: [
    ['build', 'context'],
    ['build', 'dockerfile'],
  ],
};

/** The Dockerfile of an image that the infrastructure code builds itself. */
function assetOf(
  image: Value,
  resource: Resource,
  stack: Stack,
  stacks: readonly Stack[],
  has: (file: string) => boolean,
): string | undefined {
  const inFolder = (folder: string, context: string, file = 'Dockerfile'): string | undefined => {
    const home = joinPath(folder, context);
    const path = home === undefined ? undefined : joinPath(home, file);
    return path !== undefined && has(path) ? path : undefined;
  };
  if (image.kind === 'map') {
    const asset = image.open !== null && /from_(docker_image_)?asset\b/.test(image.open.text);
    const [first] = asset ? [...image.entries.values()] : [];
    if (first === undefined) return undefined;
    if (first.value.kind === 'reference') return assetOf(first.value, resource, stack, stacks, has);
    const text = readText(first.value);
    const file = valuesAt(image, 'file').map((value) => readText(value).text)[0];
    return text.known
      ? foldersUp(folderOf(resource.key.file))
          .map((folder) => inFolder(folder, text.value, file))
          .find((path) => path !== undefined)
      : undefined;
  }
  if (image.kind !== 'reference') return undefined;
  const at = image.resource.indexOf('#');
  const home = at < 0 ? stack : stacks.find(({ file }) => file === image.resource.slice(0, at));
  const made = home?.resources.get(image.resource.slice(at + 1));
  const keys = made === undefined ? undefined : builders[made.type];
  if (made === undefined || keys === undefined) return undefined;
  const [context] = valuesAt(made.properties, ...keys[0]).map((value) => readText(value).text);
  const [file] = valuesAt(made.properties, ...keys[1]).map((value) => readText(value).text);
  return context === undefined
    ? undefined
    : foldersUp(folderOf(made.key.file))
        .map((folder) => inFolder(folder, context, file))
        .find((path) => path !== undefined);
}
