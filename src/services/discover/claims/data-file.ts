import type { Place } from '../../../evidence/place.ts';
import { inData, maskPlaceholders } from '../../../infrastructure/model/placeholders.ts';
import type { Repository } from '../../../repository/repository.ts';
import type { DataNode } from '../../../syntax/data-tree.ts';
import { asMapping, asSequence, keyOf, textOf } from '../../../syntax/navigate.ts';

/** A data file with the way to its places. */
export interface DataFile {
  readonly root: DataNode;
  place(node: DataNode): Place;
}

const largest = 2_000_000;

/**
 * The first document of a YAML or JSON file; undefined where it cannot be read. Marks of template languages are masked, unless the
 * file's own language has them (`${{ … }}` in workflows).
 */
export async function readDataFile(file: string, repository: Repository, masked = true): Promise<DataFile | undefined> {
  const content = repository.readText(file);
  if (!content.ok || content.text.length > largest) return undefined;
  const text = masked ? maskPlaceholders(content.text, inData).text : content.text;
  const tree = file.endsWith('.json')
    ? (await import('../../../syntax/json/index.ts')).parseJson(text)
    : (await import('../../../syntax/yaml/index.ts')).parseYaml(text);
  const [root] = tree.documents;
  return root === undefined
    ? undefined
    : { root, place: ({ start, end }) => ({ file, ...tree.lines.range(start, end) }) };
}

/** The entries of a mapping by name; none of anything else. */
export function entriesOf(node: DataNode | undefined): { name: string; key: DataNode; value: DataNode }[] {
  return (asMapping(node)?.entries ?? []).flatMap((entry) => {
    const name = keyOf(entry);
    return name === undefined || name === '<<' ? [] : [{ name, key: entry.key, value: entry.value }];
  });
}

/** The words of a command: a list as it stands, a text as a shell reads it; undefined where there is none. */
export function wordsOf(node: DataNode | undefined): string[] | undefined {
  const list = asSequence(node);
  if (list !== undefined) return list.items.map((item) => textOf(item) ?? '');
  const text = textOf(node);
  return text === undefined || text.trim() === '' ? undefined : ['sh', '-c', text];
}

/** A text with the defaults of variables put in (`${DIR:-api}`). */
export function withDefaults(text: string): string {
  return text.slice(0, 10_000).replaceAll(/\$\{\w+:?-([^{}$]*)\}/g, '$1');
}
