import { read } from '../../src/infrastructure/kubernetes/index.ts';
import type { Repository } from '../../src/repository/repository.ts';
import type { Counted, Unresolved } from './counted.ts';

const onOneLine: Readonly<Record<string, string>> = {
  claimName: 'PersistentVolumeClaim',
  secretName: 'Secret',
  serviceAccountName: 'ServiceAccount',
};
const above: Readonly<Record<string, string>> = {
  configMap: 'ConfigMap',
  configMapKeyRef: 'ConfigMap',
  configMapRef: 'ConfigMap',
  secretKeyRef: 'Secret',
  secretRef: 'Secret',
};
const keyAndName = /^([ \t-]*)["']?(\w+)["']?[ \t]*:[ \t]*["']?([\w.-]*)["']?[ \t,]*(?:#.*)?$/;

/**
 * The names of config maps, secrets, service accounts and claims that stand in a repository's manifests, found line by
 * line, as far as some manifest of the repository declares an object of that kind and name. One is resolved if reading
 * found the object.
 */
export async function kubernetesReferences(repository: Repository): Promise<Counted> {
  const seen = new Map<string, boolean>();
  const { stacks } = await read({ repository, kindOf: () => null }, (_, kind, value, found) => {
    const key = `${value.place.file} ${value.place.line} ${kind}`;
    seen.set(key, seen.get(key) === true || found !== undefined);
  });
  for (const stack of stacks) for (const resource of stack.resources.values()) void resource.properties;
  const files = repository.files.flatMap((file) => {
    const content = /\.ya?ml$/.test(file) ? repository.readText(file) : undefined;
    return content?.ok === true && /^apiVersion:/m.test(content.text)
      ? [{ file, lines: content.text.split(/\r?\n/) }]
      : [];
  });
  const declared = new Set(files.flatMap(({ lines }) => declaredIn(lines)));
  const unresolved: Unresolved[] = [];
  let total = 0;
  for (const { file, lines } of files) {
    for (const { line, kind, name } of referencesIn(lines)) {
      if (!declared.has(`${kind}/${name}`)) continue;
      total++;
      const found = seen.get(`${file} ${line} ${kind}`);
      if (found === true) continue;
      const reason = found === undefined ? 'not looked up' : 'not among what is deployed together';
      unresolved.push({ file, line, text: `${kind}/${name}`, reason });
    }
  }
  return { total, unresolved };
}

function referencesIn(lines: readonly string[]): { line: number; kind: string; name: string }[] {
  const open: { indent: number; key: string }[] = [];
  return lines.flatMap((text, index) => {
    const [, space = '', key = '', name = ''] = keyAndName.exec(text) ?? [];
    if (key === '') return [];
    while ((open.at(-1)?.indent ?? -1) >= space.length) open.pop();
    const kind = key === 'name' ? above[open.at(-1)?.key ?? ''] : onOneLine[key];
    if (name === '') open.push({ indent: space.length, key });
    return kind === undefined || name === '' ? [] : [{ line: index + 1, kind, name }];
  });
}

/** `Kind/name` of each document. */
function declaredIn(lines: readonly string[]): string[] {
  return `${lines.join('\n')}\n`.split(/^---.*$/m).flatMap((text) => {
    const kind = /^kind:[ \t]*["']?(\w+)/m.exec(text)?.[1];
    const name = /^metadata:[^\n]*\n(?:[ \t]+[^\n]*\n)*?[ \t]{1,4}name:[ \t]*["']?([\w.-]+)/m.exec(text)?.[1];
    return kind === undefined || name === undefined ? [] : [`${kind}/${name}`];
  });
}
