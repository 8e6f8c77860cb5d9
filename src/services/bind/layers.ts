// https://docs.aws.amazon.com/lambda/latest/dg/python-layers.html
import { readText } from '../../infrastructure/model/reading.ts';
import { property, type Resource, type Stack } from '../../infrastructure/model/resource.ts';
import { folderOf, joinPath } from '../../repository/paths.ts';
import type { Repository } from '../../repository/repository.ts';
import { referencesIn } from './values-at.ts';

/** Where a type of layer keeps the folder of its content. */
const contents: Readonly<Record<string, string>> = {
  'AWS::Serverless::LayerVersion': 'ContentUri',
  'AWS::Lambda::LayerVersion': 'Content',
};

/** The properties in which functions name their layers. */
const stated = ['Layers', 'layers'];

/**
 * The folders of the layers of a function that the stack makes out of folders of the repository, or another stack that hands
 * them to this one (`stacks` are all), in the order in which Python looks into them: a layer's modules lie in its folder
 * `python`; where SAM builds it, right in it.
 */
export function layerFolders(
  resource: Resource,
  stack: Stack,
  repository: Repository,
  stacks: readonly Stack[] = [],
): string[] {
  const list = stated.map((name) => property(resource, name)).find((value) => value !== undefined);
  return list === undefined ? [] : referencesIn(list).flatMap(({ resource: id }) => folderOfLayer(id, stack));

  function folderOfLayer(id: string, own: Stack): string[] {
    const hash = id.indexOf('#');
    const file = hash < 0 ? own.file : id.slice(0, hash);
    const home = hash < 0 || own.resources.has(id) ? own : stacks.find((one) => one.file === file);
    const layer = home?.resources.get(home === own ? id : id.slice(hash + 1));
    const content = layer && property(layer, contents[layer.type] ?? '');
    const path = content === undefined ? undefined : readText(content);
    const folder = path?.known === true && home !== undefined ? joinPath(folderOf(home.file), path.value) : undefined;
    if (folder === undefined || !repository.hasFolder(folder)) return [];
    return [repository.hasFolder(`${folder}/python`) ? `${folder}/python` : folder];
  }
}
