// https://docs.github.com/actions/reference/workflows-and-actions/events-that-trigger-workflows
import { startOf } from '../../evidence/place.ts';
import type { TokenPermissions, Trigger, TriggerFilter } from '../model.ts';
import { entriesOf, get, itemsOf, type PipelineNode, textIn, textsIn } from '../tree/node.ts';
import { record } from '../values.ts';

const events: Readonly<Record<string, Trigger['event']>> = {
  push: 'push',
  pull_request: 'pull-request',
  pull_request_target: 'pull-request',
  merge_group: 'pull-request',
  schedule: 'schedule',
  workflow_dispatch: 'manual',
  repository_dispatch: 'manual',
  workflow_call: 'call',
  workflow_run: 'pipeline',
  release: 'release',
};

/** What `on:` names: a text, a list, or a mapping with filters. YAML 1.1 readers take the key for `true`. */
export function triggersIn(root: PipelineNode | undefined, file: string): Trigger[] {
  const on = get(root, 'on') ?? get(root, 'true');
  if (on === undefined) return [{ ...blank, event: 'unknown', name: 'on', place: startOf(file) }];
  if (on.kind !== 'map') {
    return itemsOf(on).flatMap((item) =>
      textIn(item) === undefined ? [] : [triggerOf(textIn(item) ?? '', undefined, item)],
    );
  }
  return entriesOf(on).flatMap(({ key, value, keyPlace }) => {
    if (key !== 'schedule') return [{ ...triggerOf(key, value, value), place: keyPlace }];
    return itemsOf(value).map((item) => ({
      ...triggerOf(key, undefined, item),
      cron: textIn(get(item, 'cron')) ?? null,
    }));
  });
}

const blank = { branches: null, tags: null, paths: null, cron: null } as const;

function triggerOf(name: string, filters: PipelineNode | undefined, node: PipelineNode): Trigger {
  const filter = (key: string): TriggerFilter | null => filterOf(get(filters, key), get(filters, `${key}-ignore`));
  return {
    event: Object.hasOwn(events, name) ? (events[name] ?? 'other') : 'other',
    name,
    branches: filter('branches'),
    tags: filter('tags'),
    paths: filter('paths'),
    cron: null,
    place: node.place,
  };
}

function filterOf(include: PipelineNode | undefined, ignore: PipelineNode | undefined): TriggerFilter | null {
  if (include === undefined && ignore === undefined) return null;
  const given = textsIn(include);
  return {
    include: given.filter((pattern) => !pattern.startsWith('!')),
    exclude: [
      ...given.filter((pattern) => pattern.startsWith('!')).map((pattern) => pattern.slice(1)),
      ...textsIn(ignore),
    ],
  };
}

/** `permissions:` of a workflow or a job; null where nothing is said. */
export function permissionsIn(node: PipelineNode | undefined): TokenPermissions | null {
  if (node === undefined) return null;
  const text = textIn(node);
  const all = text === 'read-all' ? 'read' : text === 'write-all' ? 'write' : null;
  const scopes = record(
    entriesOf(node).flatMap(({ key, value }) =>
      textIn(value) === undefined ? [] : [[key, textIn(value) ?? ''] as const],
    ),
  );
  return { all, scopes, place: node.place };
}
