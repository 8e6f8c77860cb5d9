// https://developer.hashicorp.com/terraform/language/expressions/strings
import { partsOfResource, type ResourcePart } from './placeholders.ts';

/** What stands for the place in which a stack is deployed, where no data source tells it: as wide as need be. */
const anywhere: Readonly<Record<string, string>> = {
  'AWS::Partition': 'aws',
  'AWS::Region': '*',
  'AWS::AccountId': '*',
};

/** The data sources that tell pseudo-parameters, and the attribute by which each does. */
export const dataSources: Readonly<Record<string, { readonly type: string; readonly attribute: string }>> = {
  'AWS::Partition': { type: 'aws_partition', attribute: 'partition' },
  'AWS::Region': { type: 'aws_region', attribute: 'name' },
  'AWS::AccountId': { type: 'aws_caller_identity', attribute: 'account_id' },
};

/** The label of a data source of a type; undefined where a module has none. */
export type LabelOf = (type: string) => string | undefined;

/**
 * A resource as permissions write it, with Terraform's words in its placeholders. Undefined where Terraform has none:
 * what stands in another module, and other pseudo-parameters.
 */
export function terraformResource(resource: string, labelOf: LabelOf): string | undefined {
  const parts = partsOfResource(resource).map((part) => partOf(part, labelOf));
  return parts.includes(undefined) ? undefined : parts.join('');
}

function partOf(part: ResourcePart, labelOf: LabelOf): string | undefined {
  if ('text' in part) return part.text;
  const { placeholder } = part;
  const source = dataSources[placeholder];
  if (source !== undefined) {
    const label = labelOf(source.type);
    return label === undefined ? anywhere[placeholder] : `\${data.${source.type}.${label}.${source.attribute}}`;
  }
  if (/^[a-z_]\w*$/i.test(placeholder)) return `\${var.${placeholder}}`;
  const isReference = /^(?:data\.)?[a-z]\w*\.[\w-]+(?:\[[^\]]*\])?(?:\.\w+)+$/i.test(placeholder);
  return isReference && !placeholder.startsWith('module.') ? `\${${placeholder}}` : undefined;
}

/** Such a text as an expression: a bare reference, else a template in quotes. */
export function terraformExpression(resource: string): string {
  const parts = partsOfResource(resource);
  const [only] = parts;
  if (parts.length === 1 && only !== undefined && 'placeholder' in only) return only.placeholder;
  const written = parts.map((part) =>
    'text' in part ? JSON.stringify(part.text).slice(1, -1) : `\${${part.placeholder}}`,
  );
  return `"${written.join('')}"`;
}
