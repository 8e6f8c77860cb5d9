// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_role_policy
import type { PolicyRoom } from '../../permissions/declared/policy-room.ts';
import { hclAttributes } from '../../permissions/policy/terraform-layout.ts';
import type { WantedStatement } from '../../steps/judgement.ts';
import type { Block, HclFile } from '../../syntax/hcl/index.ts';
import { HclDraft } from './hcl-draft.ts';
import { objectText } from './hcl-statements.ts';
import { inTerraform } from './hcl-terms.ts';

/** The text of a Terraform file with a policy below the block of a role; undefined where a person has to do it. */
export function firstGrantHcl(
  file: HclFile,
  { path: [, type = '', label = ''], name }: PolicyRoom,
  wanted: readonly WantedStatement[],
  module: readonly HclFile[],
): string | undefined {
  const [role, ...others] = file.body.items.filter(
    (item): item is Block => item.kind === 'block' && item.labels[0]?.text === type && item.labels[1]?.text === label,
  );
  const terms = wanted.flatMap((one) => inTerraform(one, [file, ...module]) ?? []);
  if (role === undefined || others.length > 0 || terms.length < wanted.length) return undefined;
  const draft = new HclDraft(file);
  const lines = policyText(`${type}.${label}`, name, terms).split('\n');
  return draft.writeBelow(role, lines) ? draft.file.text : undefined;
}

function policyText(role: string, name: string, wanted: readonly WantedStatement[]): string {
  const statements = wanted.map((one) => `      ${objectText(one, '      ')},\n`).join('');
  const policy = `jsonencode({\n    Version = "2012-10-17"\n    Statement = [\n${statements}    ]\n  })`;
  const attributes = [
    ['name', JSON.stringify(name)],
    ['role', `${role}.id`],
    ['policy', policy],
  ] as const;
  return `resource "aws_iam_role_policy" "${name}" {\n${hclAttributes(attributes, '  ')}\n}`;
}
