import type { AccessLevel, Iam } from '../../catalogue/iam/iam.ts';
import { byCodeUnits } from '../../evidence/order.ts';
import { covers } from '../difference/glob.ts';
import { arnFor } from './arns.ts';
import { StatementNames } from './statement-names.ts';

/** A permission as far as a policy is concerned. */
export interface Grantable {
  readonly action: string;
  /** As permissions have them: ARNs with pseudo-parameters, `${Id.Arn}` for what the tree declares, or `*`. */
  readonly resources: readonly string[];
  readonly certainty: 'resolved' | 'guessed';
}

/** A statement that allows actions on resources. */
export interface PolicyStatement {
  /** Its name, of letters and digits, as IAM wants it. */
  readonly sid: string;
  readonly actions: readonly string[];
  readonly resources: readonly string[];
}

/**
 * The fewest statements that grant permissions and nothing else: one for each service and set of resources, sorted.
 * Resources that another one of the same action covers are left out, and texts that are no ARN; what is guessed, and
 * actions that the catalogue does not have, too, unless `guessed` asks for them.
 */
export function statementsOf(permissions: readonly Grantable[], guessed: boolean, iam: Iam): PolicyStatement[] {
  const byAction = new Map<string, Set<string>>();
  for (const { action, resources, certainty } of permissions) {
    if (!guessed && (certainty === 'guessed' || iam.action(action) === undefined)) continue;
    const known = byAction.get(action) ?? new Set();
    byAction.set(action, known);
    for (const resource of resources) {
      const arn = arnFor(resource, action, iam);
      if (arn !== undefined) known.add(arn);
    }
  }
  const groups = new Map<string, { prefix: string; actions: string[]; resources: string[] }>();
  for (const [action, found] of [...byAction].sort(([a], [b]) => byCodeUnits(a, b))) {
    if (found.size === 0) continue;
    const resources = widest(found);
    const prefix = action.slice(0, action.indexOf(':'));
    const key = JSON.stringify([prefix, resources]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { prefix, actions: [action], resources });
    else group.actions.push(action);
  }
  const names = new StatementNames();
  return [...groups.values()]
    .sort((a, b) => byCodeUnits(a.prefix, b.prefix) || byCodeUnits(a.resources.join('\n'), b.resources.join('\n')))
    .map(({ prefix, actions, resources }) => ({
      sid: names.of(prefix, levelsOf(actions, iam), resources),
      actions,
      resources,
    }));
}

/** Without those that another one covers, sorted. */
function widest(resources: ReadonlySet<string>): string[] {
  if (resources.has('*')) return ['*'];
  const all = [...resources].sort(byCodeUnits);
  const wild = all.filter((resource) => resource.includes('*'));
  return all.filter((resource) => !wild.some((other) => other !== resource && covers(other, resource)));
}

function levelsOf(actions: readonly string[], iam: Iam): Set<AccessLevel> {
  return new Set(actions.flatMap((action) => iam.action(action)?.levels ?? []));
}
