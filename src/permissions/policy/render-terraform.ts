// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/iam_policy_document
import { placeholdersIn } from './render-sam.ts';
import type { ServicePolicy } from './service-policy.ts';
import type { PolicyStatement } from './statements.ts';
import { hclAttributes, hclList } from './terraform-layout.ts';
import { dataSources, terraformExpression, terraformResource } from './terraform-terms.ts';

const label = 'current';

/** True if Terraform can say what the policies refer to. */
export function isOfTerraform({ policies }: ServicePolicy): boolean {
  return policies.flat().every(({ resources }) => resources.every((resource) => inTerms(resource) !== undefined));
}

/**
 * Policies as `data "aws_iam_policy_document"` with references to the module's resources, after the data sources that they
 * refer to. Laid out as `terraform fmt` has it.
 */
export function renderTerraform(services: readonly ServicePolicy[]): string {
  const used = new Set(services.flatMap(({ policies }) => placeholdersIn(policies)));
  const sources = Object.entries(dataSources)
    .filter(([placeholder]) => used.has(placeholder))
    .map(([, { type }]) => `data "${type}" "${label}" {}\n`)
    .sort();
  const taken = new Set<string>();
  const documents = services.flatMap(({ id, name, policies }) => {
    const own = labelOf(name, taken);
    return policies.map((statements, index) => {
      const suffix = policies.length === 1 ? '' : `_${index + 1}`;
      const body = statements.map(statementText).join('\n\n');
      return `# ${id}\ndata "aws_iam_policy_document" "${own}${suffix}" {\n${body}\n}\n`;
    });
  });
  return [...(sources.length === 0 ? [] : [sources.join('\n')]), ...documents].join('\n');
}

function statementText({ sid, actions, resources }: PolicyStatement): string {
  const attributes = [
    ['sid', JSON.stringify(sid)],
    [
      'actions',
      hclList(
        actions.map((action) => JSON.stringify(action)),
        '    ',
      ),
    ],
    [
      'resources',
      hclList(
        resources.map((resource) => terraformExpression(inTerms(resource) ?? '*')),
        '    ',
      ),
    ],
  ] as const;
  return `  statement {\n${hclAttributes(attributes, '    ')}\n  }`;
}

function inTerms(resource: string): string | undefined {
  return terraformResource(resource, () => label);
}

/** A name that no other service has. */
function labelOf(name: string, taken: Set<string>): string {
  const plain = name.replaceAll(/\W+/g, '_').replace(/^(?=\d)|^$/, 'service_');
  let unique = plain;
  for (let count = 2; taken.has(unique); count++) unique = `${plain}_${count}`;
  taken.add(unique);
  return unique;
}
