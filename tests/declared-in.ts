import { openCatalogue } from '../src/catalogue/catalogue.ts';
import { openReadyPolicies } from '../src/catalogue/iam/ready-policies.ts';
import { kindsOf } from '../src/infrastructure/model/kinds.ts';
import { readInfrastructure } from '../src/infrastructure/readers.ts';
import { declaredOf } from '../src/permissions/declared/declared-of.ts';
import type { Declared } from '../src/permissions/declared/grant.ts';
import { memoryRepository } from '../src/repository/memory.ts';

const catalogue = openCatalogue();
const ready = openReadyPolicies(catalogue);

/** What Lambda's basic role grants, as a line. */
export const basic =
  'framework AWSLambdaBasicExecutionRole: logs:CreateLogGroup logs:CreateLogStream logs:PutLogEvents on *';

/** What the identity of a function is granted, by the id of its resource. */
export async function declaredIn(files: Record<string, string>, id: string): Promise<Declared | undefined> {
  const { stacks } = await readInfrastructure({ repository: memoryRepository(files), kindOf: kindsOf(catalogue) });
  for (const stack of stacks) {
    const unit = stack.resources.get(id);
    if (unit !== undefined) return declaredOf(unit, stack, ready, stacks);
  }
  return undefined;
}

/** A grant in a line: effect unless it allows, where it comes from unless a statement, actions, resources, marks. */
export function lines(declared: Declared | undefined): string[] {
  return (declared?.grants ?? []).map((grant) => {
    const origin = grant.origin.kind === 'statement' ? '' : `${grant.origin.kind} ${grant.origin.name}: `;
    const actions = [...grant.actions, ...grant.notActions.map((action) => `!${action}`)].slice(0, 3).join(' ');
    const resources = [...grant.resources, ...grant.notResources].map(({ text, known }) => (known ? text : `?${text}`));
    const marks = `${grant.conditions ? ' if' : ''}${grant.sure ? '' : ' maybe'}`;
    return `${grant.effect === 'Deny' ? 'Deny ' : ''}${origin}${actions} on ${resources.join(' ')}${marks}`;
  });
}
