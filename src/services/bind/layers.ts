// https://docs.aws.amazon.com/lambda/latest/dg/python-layers.html
import { readText } from '../../infrastructure/model/reading.ts';
import { property, type Resource, referredTo, type Stack } from '../../infrastructure/model/resource.ts';
import type { Value } from '../../infrastructure/model/value.ts';
import { folderOf, joinPath } from '../../repository/paths.ts';
import type { Repository } from '../../repository/repository.ts';

/** Where a type of layer keeps the folder of its content. */
const contents: Readonly<Record<string, string>> = {
  'AWS::Serverless::LayerVersion': 'ContentUri',
  'AWS::Lambda::LayerVersion': 'Content',
};

/** The properties in which functions name their layers. */
const stated = ['Layers', 'layers'];

/**
 * The folders of the layers of a function that the stack makes out of folders of the repository, in the order in which
 * Python looks into them: a layer's modules lie in its folder `python`; where SAM builds it, right in it.
 */
export function layerFolders(resource: Resource, stack: Stack, repository: Repository): string[] {
  const list = stated.map((name) => property(resource, name)).find((value) => value !== undefined);
  const items: readonly Value[] = list?.kind === 'list' ? list.items : list === undefined ? [] : [list];
  return items.flatMap((item) => {
    const layer = stack.resources.get(referredTo(item) ?? '');
    const content = layer && property(layer, contents[layer.type] ?? '');
    const path = content === undefined ? undefined : readText(content);
    const folder = path?.known === true ? joinPath(folderOf(stack.file), path.value) : undefined;
    if (folder === undefined || !repository.hasFolder(folder)) return [];
    return [repository.hasFolder(`${folder}/python`) ? `${folder}/python` : folder];
  });
}
