// https://docs.astral.sh/uv/reference/settings/ and https://docs.astral.sh/uv/concepts/projects/dependencies/
import type { DataNode } from '../../syntax/data-tree.ts';
import { asScalar, asSequence, at, textOf } from '../../syntax/navigate.ts';
import type { Draft } from '../draft.ts';
import { normaliseName } from '../requirement/name.ts';
import { addressOf } from '../table-address.ts';
import { addRequirements, entriesIn, placeOf, textsIn } from '../tree-fields.ts';

const workspaceOptions = { members: 'workspace-member', exclude: 'workspace-exclude' } as const;

/** What limits or replaces versions without asking for anything. */
const limits = {
  'constraint-dependencies': 'constraint-dependency',
  'override-dependencies': 'override-dependency',
  'build-constraint-dependencies': 'build-constraint-dependency',
} as const;

/** Reads `[tool.uv]`: development's dependencies (Rye's too), where dependencies come from, workspace and indexes. */
export function extractUv(uv: DataNode | undefined, rye: DataNode | undefined, draft: Draft): void {
  addRequirements(at(uv, 'dev-dependencies'), 'tool.uv.dev-dependencies', draft, { group: 'dev' });
  addRequirements(at(rye, 'dev-dependencies'), 'tool.rye.dev-dependencies', draft, { group: 'dev' });
  applySources(at(uv, 'sources'), draft);
  for (const kind of ['members', 'exclude'] as const)
    for (const item of asSequence(at(uv, 'workspace', kind))?.items ?? [])
      addOption(item, workspaceOptions[kind], draft);
  for (const key of ['constraint-dependencies', 'override-dependencies', 'build-constraint-dependencies'] as const)
    for (const { node } of textsIn(at(uv, key), `tool.uv.${key}`, draft)) addOption(node, limits[key], draft);
  addOption(at(uv, 'index-url'), 'index-url', draft);
  for (const item of asSequence(at(uv, 'extra-index-url'))?.items ?? []) addOption(item, 'extra-index-url', draft);
  for (const index of asSequence(at(uv, 'index'))?.items ?? []) {
    const main = asScalar(at(index, 'default'))?.value === true;
    addOption(at(index, 'url'), main ? 'index-url' : 'extra-index-url', draft);
  }
}

/** A source names a dependency of the tables before; of several that markers choose from, the first is taken. */
function applySources(table: DataNode | undefined, draft: Draft): void {
  const sources = new Map(
    entriesIn(table, 'tool.uv.sources', draft).map(({ name, entry }) => {
      return [normaliseName(name), addressOf(asSequence(entry.value)?.items[0] ?? entry.value)];
    }),
  );
  if (sources.size === 0) return;
  draft.dependencies.forEach((dependency, index) => {
    const found = dependency.group === 'build-system' ? undefined : sources.get(dependency.name);
    if (found === undefined) return;
    const pinned = found.pinned || (dependency.pinned && found.source !== 'workspace');
    draft.dependencies[index] = { ...dependency, source: found.source, url: found.url, pinned };
  });
}

function addOption(node: DataNode | undefined, name: string, draft: Draft): void {
  const value = textOf(node);
  if (node !== undefined && value !== undefined) draft.addOption({ name, value, place: placeOf(node, draft) });
}
