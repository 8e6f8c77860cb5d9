// https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/configmapgenerator/

import { lazy } from '../../evidence/lazy.ts';
import type { Place } from '../../evidence/place.ts';
import { baseName, folderOf, joinPath } from '../../repository/paths.ts';
import type { Repository } from '../../repository/repository.ts';
import type { DataNode, DataTree } from '../../syntax/data-tree.ts';
import { asSequence, at, textOf } from '../../syntax/navigate.ts';
import type { MapEntry, MapValue, Value } from '../model/value.ts';
import type { Manifest } from './manifest.ts';

const generators = [
  { key: 'configMapGenerator', kind: 'ConfigMap' },
  { key: 'secretGenerator', kind: 'Secret' },
] as const;

/** The config maps and secrets that a kustomization makes of literals, files and env files. They go by the name without its hash. */
export function generated(file: string, root: DataNode, tree: DataTree, repository: Repository): Manifest[] {
  return generators.flatMap(({ key, kind }) =>
    (asSequence(at(root, key))?.items ?? []).flatMap((node): Manifest[] => {
      const name = textOf(at(node, 'name'));
      if (name === undefined || textOf(at(node, 'behavior')) === 'merge') return [];
      const place = { file, ...tree.lines.range(node.start, node.end) };
      return [
        {
          file,
          apiVersion: 'v1',
          kind,
          name,
          names: [name],
          namespace: textOf(at(node, 'namespace')) ?? null,
          condition: null,
          place,
          key: place,
          value: lazy(() => objectOf(kind, name, dataOf(node, file, repository), place)),
        },
      ];
    }),
  );
}

/** Each key with its text; undefined for a file that cannot be read. */
function dataOf(node: DataNode, file: string, repository: Repository): [string, string | undefined][] {
  const texts = (key: string): string[] =>
    (asSequence(at(node, key))?.items ?? []).flatMap((item) => textOf(item) ?? []);
  const read = (path: string): string | undefined => {
    const found = joinPath(folderOf(file), path);
    const content = found !== undefined && repository.has(found) ? repository.readText(found) : undefined;
    return content?.ok === true ? content.text : undefined;
  };
  const envFiles = [...texts('envs'), ...[textOf(at(node, 'env'))].flatMap((one) => one ?? [])];
  const lines = envFiles.flatMap((path) => read(path)?.split(/\r?\n/) ?? []).filter((line) => /^\s*[^#\s]/.test(line));
  return [
    ...texts('literals').map(pair),
    ...lines.map(pair),
    ...texts('files').map((text): [string, string | undefined] => {
      const [name, path] = text.includes('=') ? pair(text) : [baseName(text), text];
      return [name, read(path)];
    }),
  ];
}

function objectOf(kind: string, name: string, data: readonly [string, string | undefined][], place: Place): MapValue {
  const literal = (text: string): Value => ({ kind: 'literal', value: text, text, place, shared: true });
  const map = (entries: readonly (readonly [string, Value])[]): MapValue => ({
    kind: 'map',
    entries: new Map(entries.map(([key, value]): [string, MapEntry] => [key, { key: place, value }])),
    open: null,
    place,
  });
  const values = data.map(([key, text]): [string, Value] => [
    key,
    text === undefined ? { kind: 'unknown', reason: 'unreadable-file', text: key, place } : literal(text),
  ]);
  return map([
    ['apiVersion', literal('v1')],
    ['kind', literal(kind)],
    ['metadata', map([['name', literal(name)]])],
    [kind === 'Secret' ? 'stringData' : 'data', map(values)],
  ]);
}

/** `KEY=value`, quotes around the value taken off. */
function pair(text: string): [string, string] {
  const index = text.indexOf('=');
  return index < 0 ? [text, ''] : [text.slice(0, index), text.slice(index + 1).replace(/^(["'])(.*)\1$/s, '$2')];
}
