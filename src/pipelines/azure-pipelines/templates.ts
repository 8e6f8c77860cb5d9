// https://learn.microsoft.com/azure/devops/pipelines/process/templates
import type { Place } from '../../evidence/place.ts';
import { folderOf, joinPath } from '../../repository/paths.ts';
import type { Draft } from '../reading.ts';
import { entriesOf, get, itemsOf, mapNode, type PipelineNode, textIn } from '../tree/node.ts';
import { type ExpansionBudget, expand, type TemplateScope } from './expand.ts';

/** A part of a pipeline with the file and scope that its own templates are named in. */
export interface Located {
  readonly node: PipelineNode;
  readonly file: string;
  readonly scope: TemplateScope;
  readonly through: readonly string[];
}

const deepest = 20;

/** The parameters of a file: those that it declares with their defaults, and those that were passed. */
export function scopeOf(
  root: PipelineNode | undefined,
  passed: PipelineNode | undefined,
  variables: ReadonlyMap<string, string>,
): TemplateScope {
  const declared = get(root, 'parameters');
  const entries =
    declared?.kind === 'list'
      ? declared.items.flatMap((item) => {
          const key = textIn(get(item, 'name'));
          const value = get(item, 'default');
          return key === undefined || value === undefined ? [] : [{ key, keyPlace: item.place, value }];
        })
      : entriesOf(declared);
  const given = [...entries, ...entriesOf(passed)];
  const place = (declared ?? root ?? passed)?.place;
  const parameters = place === undefined ? [] : ([['parameters', mapNode(given, place)]] as const);
  return { names: new Map(parameters), variables };
}

/** The items of a list, those of templates in the tree in the place of their call; what lies elsewhere stays a call. */
export function itemsThrough(
  draft: Draft,
  list: PipelineNode | undefined,
  at: Omit<Located, 'node'>,
  key: string,
  budget: ExpansionBudget,
): Located[] {
  if (list === undefined) return [];
  const items = itemsOf(expand(list, at.scope, budget));
  return items.flatMap((node): Located[] => {
    const template = textIn(get(node, 'template'));
    const own = { ...at, node };
    if (template === undefined || budget.left <= 0) return [own];
    const found = openTemplate(draft, template, at, node.place);
    if (found === undefined) return [own];
    const scope = scopeOf(found.root, get(node, 'parameters'), at.scope.variables);
    const inner = { file: found.file, scope, through: [...at.through, template] };
    return itemsThrough(draft, get(found.root, key), inner, key, budget);
  });
}

/** A template of the tree: relative to the file that names it, or from the root; undefined for one of another repository. */
export function openTemplate(
  draft: Draft,
  template: string,
  at: Omit<Located, 'node'>,
  place: Place,
): { root: PipelineNode; file: string } | undefined {
  const [path = '', repository = 'self'] = template.split('@', 2);
  if (repository !== 'self' || path.includes('${{')) return undefined;
  if (at.through.length >= deepest || at.through.filter((one) => one === template).length > 2) {
    draft.fault(place, `${template} leads back to itself`);
    return undefined;
  }
  const file = path.startsWith('/') ? joinPath('.', path.slice(1)) : joinPath(folderOf(at.file), path);
  const root = draft.part(file, template, place);
  return root === undefined || file === undefined ? undefined : { root, file };
}
