import type { DataNode, MappingNode } from '../../../syntax/data-tree.ts';
import { parseJson } from '../../../syntax/json/index.ts';
import { type MappedText, slice } from './mapped-text.ts';
import { unescapeHtml, unescapeJson } from './unescape.ts';

// https://schema.org/JobPosting in JSON-LD (https://www.w3.org/TR/json-ld11/)

/** A property of a posting that has text for applicants. */
export interface PostingText {
  readonly property: string;
  readonly text: MappedText;
}

/** Nodes of one script that are looked at. */
const mostNodes = 100_000;

/** A JobPosting: its texts, and whether the script that it stands in is JSON to its end. */
export interface Posting {
  readonly texts: readonly PostingText[];
  readonly sound: boolean;
}

/** Each JobPosting in a script of JSON-LD, by itself, in lists and graphs, in any depth. */
export function postingsOf(script: MappedText): Posting[] {
  const found: Posting[] = [];
  const { documents, faults } = parseJson(script.text.replaceAll(/\s/g, ' ')); // raw line breaks are common in them
  const open: DataNode[] = [...documents];
  for (let looked = 0; open.length > 0 && looked < mostNodes; looked++) {
    const node = open.pop() as DataNode;
    if (node.kind === 'sequence') open.push(...node.items.slice(0, mostNodes).reverse());
    else if (node.kind === 'mapping') {
      if (isPosting(node))
        found.push({ texts: textsOf(node, script), sound: faults.every(({ code }) => code === 'only-jsonc') });
      else
        open.push(
          ...node.entries
            .slice(0, mostNodes)
            .map(({ value }) => value)
            .reverse(),
        );
    }
  }
  return found;
}

function isPosting(node: MappingNode): boolean {
  const type = valueOf(node, '@type');
  const types = type?.kind === 'sequence' ? type.items : [type];
  return types.some((one) => one?.kind === 'scalar' && /(^|[/:])JobPosting$/.test(one.text));
}

function textsOf(node: MappingNode, script: MappedText): PostingText[] {
  return node.entries.flatMap(({ key, value }) =>
    key.kind === 'scalar' ? stringsOf(value, script).map((text) => ({ property: key.text, text })) : [],
  );
}

/** The strings of a value: itself, those of a list, and the names of things. */
function stringsOf(node: DataNode, script: MappedText): MappedText[] {
  if (node.kind === 'sequence')
    return node.items.flatMap((item) => (item.kind === 'sequence' ? [] : stringsOf(item, script)));
  if (node.kind === 'mapping') {
    return ['name', 'description'].flatMap((name) => {
      const value = valueOf(node, name);
      return value?.kind === 'scalar' ? stringsOf(value, script) : [];
    });
  }
  if (node.kind !== 'scalar' || node.style !== 'double') return [];
  return [unescapeHtml(unescapeJson(slice(script, node.start + 1, node.end - 1)))];
}

function valueOf(node: MappingNode, name: string): DataNode | undefined {
  return node.entries.find(({ key }) => key.kind === 'scalar' && key.text === name)?.value;
}
