// https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/patches/
import type { DataNode } from '../../syntax/data-tree.ts';
import { at, textOf } from '../../syntax/navigate.ts';
import { valueAt } from '../model/resource.ts';
import type { Manifest } from './manifest.ts';
import { textAt } from './merge.ts';

/** Which objects a patch is for; what is not stated is any. */
export interface Target {
  readonly kind?: string | undefined;
  readonly exactName?: string | undefined;
  /** A pattern for the whole name. */
  readonly name?: string | undefined;
  readonly group?: string | undefined;
  readonly namespace?: string | undefined;
  readonly labels?: ReadonlyMap<string, string> | undefined;
}

/** Reads a `target`. */
export function targetOf(node: DataNode): Target {
  const selector = textOf(at(node, 'labelSelector'));
  const labels = selector?.split(',').map((one) => one.split('=', 2).map((part) => part.trim()));
  return {
    kind: textOf(at(node, 'kind')),
    name: textOf(at(node, 'name')),
    group: textOf(at(node, 'group')),
    namespace: textOf(at(node, 'namespace')),
    labels: labels && new Map(labels.map(([name = '', value = '']) => [name, value])),
  };
}

/** True if a patch for the target changes the object. */
export function matches(manifest: Manifest, { kind, exactName, name, group, namespace, labels }: Target): boolean {
  if (kind !== undefined && !isLike(kind, manifest.kind)) return false;
  if (exactName !== undefined && !manifest.names.includes(exactName)) return false;
  if (name !== undefined && !manifest.names.some((one) => isLike(name, one))) return false;
  if (group !== undefined && manifest.apiVersion.split('/').slice(0, -1).join('/') !== group) return false;
  if (namespace !== undefined && manifest.namespace !== namespace) return false;
  const own = valueAt(manifest.value(), 'metadata', 'labels');
  return [...(labels ?? [])].every(([label, text]) => textAt(own, label) === text);
}

/** Names are patterns for the whole of a name. Only their simple form is read (`.*`, `a|b`): a pattern is hostile too. */
function isLike(pattern: string, text: string): boolean {
  return pattern.split('|').some((one) => {
    const parts = one.replace(/^\^|\$$/g, '').split('.*');
    if (parts.length === 1) return parts[0] === text;
    const [first = '', ...rest] = parts;
    const last = rest.pop() ?? '';
    if (!text.startsWith(first) || !text.endsWith(last) || text.length < first.length + last.length) return false;
    let from = first.length;
    return rest.every((part) => {
      const found = text.indexOf(part, from);
      from = found + part.length;
      return found >= 0 && from <= text.length - last.length;
    });
  });
}
