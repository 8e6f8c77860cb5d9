// https://learn.microsoft.com/azure/devops/pipelines/build/triggers
import { startOf } from '../../evidence/place.ts';
import type { Trigger, TriggerFilter } from '../model.ts';
import { get, itemsOf, type PipelineNode, textIn, textsIn } from '../tree/node.ts';

/** What starts a pipeline: pushes and pull requests unless it says `none`, schedules, other pipelines. */
export function triggersIn(root: PipelineNode | undefined, file: string): Trigger[] {
  const schedules = itemsOf(get(root, 'schedules')).map((node) => ({
    ...blank,
    event: 'schedule' as const,
    name: 'schedules',
    branches: filterOf(get(node, 'branches')),
    cron: textIn(get(node, 'cron')) ?? null,
    place: node.place,
  }));
  const pipelines = itemsOf(get(root, 'resources', 'pipelines'))
    .filter((node) => get(node, 'trigger') !== undefined && textIn(get(node, 'trigger')) !== 'none')
    .map((node) => ({
      ...blank,
      event: 'pipeline' as const,
      name: textIn(get(node, 'pipeline')) ?? 'pipeline',
      place: node.place,
    }));
  return [
    ...triggerOf(root, 'trigger', 'push', file),
    ...triggerOf(root, 'pr', 'pull-request', file),
    ...schedules,
    ...pipelines,
  ];
}

const blank = { branches: null, tags: null, paths: null, cron: null } as const;

function triggerOf(
  root: PipelineNode | undefined,
  name: string,
  event: 'push' | 'pull-request',
  file: string,
): Trigger[] {
  const node = get(root, name);
  if (textIn(node) === 'none') return [];
  if (node === undefined || node.kind === 'text')
    return [{ ...blank, event, name, place: node?.place ?? startOf(file) }];
  const listed = node.kind === 'list';
  return [
    {
      event,
      name,
      branches: listed ? { include: textsIn(node), exclude: [] } : filterOf(get(node, 'branches')),
      tags: filterOf(get(node, 'tags')),
      paths: filterOf(get(node, 'paths')),
      cron: null,
      place: node.place,
    },
  ];
}

function filterOf(node: PipelineNode | undefined): TriggerFilter | null {
  if (node === undefined) return null;
  if (node.kind !== 'map') return { include: textsIn(node), exclude: [] };
  return { include: textsIn(get(node, 'include')), exclude: textsIn(get(node, 'exclude')) };
}
