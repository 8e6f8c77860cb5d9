import { terraformResource } from '../../permissions/policy/terraform-terms.ts';
import type { WantedStatement } from '../../steps/judgement.ts';
import { type Block, type Expression, type HclFile, literalText } from '../../syntax/hcl/index.ts';

/**
 * A statement with its resources in Terraform's words; undefined where Terraform has none for one of them. `files` are the
 * module's, in which data sources are looked for in this order. What is `known` already is in its words.
 */
export function inTerraform(
  { actions, resources }: WantedStatement,
  files: readonly HclFile[],
  known: readonly (string | undefined)[] = [],
): WantedStatement | undefined {
  const label = (type: string): string | undefined => labelOfSource(type, files);
  const written = resources.map((resource) =>
    known.includes(resource) ? resource : terraformResource(resource, label),
  );
  return written.includes(undefined) ? undefined : { actions, resources: written.flatMap((text) => text ?? []) };
}

/** The label of the first data source of a type that is there once, for the provider's usual settings. */
function labelOfSource(type: string, files: readonly HclFile[]): string | undefined {
  const blocks = files.flatMap(({ body }) => body.items.filter((item): item is Block => item.kind === 'block'));
  const found = blocks.find((block) => block.type === 'data' && block.labels[0]?.text === type && isPlain(block));
  return found?.labels[1]?.text;
}

/** False for a block that is made several times, or by another provider: it may tell of another region or account. */
function isPlain({ body }: Block): boolean {
  return body.items.every(
    (item) => !(item.kind === 'attribute' && /^(?:count|for_each|provider|region)$/.test(item.name)),
  );
}

/** What an item of a policy's list stands for: its text, with `${…}` for each expression; undefined where it has logic. */
export function hclText(node: Expression, { text }: HclFile): string | undefined {
  const literal = literalText(node);
  if (literal !== undefined) return literal;
  if (node.kind !== 'template') return `\${${text.slice(node.start, node.end)}}`;
  const parts = node.parts.map((part) => {
    if (part.kind === 'text') return part.text;
    if (part.kind !== 'interpolation') return undefined;
    return `\${${text.slice(part.expression.start, part.expression.end)}}`;
  });
  return parts.includes(undefined) ? undefined : parts.join('');
}
