import { terraformResource } from '../../permissions/policy/terraform-terms.ts';
import type { WantedStatement } from '../../steps/judgement.ts';
import { type Expression, type HclFile, literalText } from '../../syntax/hcl/index.ts';

/**
 * A statement with its resources in Terraform's words; undefined where Terraform has none for one of them. What is
 * `known` already is in its words.
 */
export function inTerraform(
  { actions, resources }: WantedStatement,
  file: HclFile,
  known: readonly (string | undefined)[] = [],
): WantedStatement | undefined {
  const label = (type: string): string | undefined => labelOfSource(type, file);
  const written = resources.map((resource) =>
    known.includes(resource) ? resource : terraformResource(resource, label),
  );
  return written.includes(undefined) ? undefined : { actions, resources: written.flatMap((text) => text ?? []) };
}

/** The label of the first data source of a type in the file. */
function labelOfSource(type: string, { body }: HclFile): string | undefined {
  for (const item of body.items) {
    if (item.kind === 'block' && item.type === 'data' && item.labels[0]?.text === type) return item.labels[1]?.text;
  }
  return undefined;
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
