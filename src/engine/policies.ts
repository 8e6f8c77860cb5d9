import { openCatalogue } from '../catalogue/catalogue.ts';
import { openIam } from '../catalogue/iam/iam.ts';
import { limit } from '../catalogue/limits.ts';
import { UsageError } from '../evidence/errors.ts';
import { unifiedDiff } from '../fixes/unified-diff.ts';
import { renderIamPolicies } from '../permissions/policy/render-json.ts';
import { isOfTemplate, placeholdersIn, renderSam } from '../permissions/policy/render-sam.ts';
import { isOfTerraform, renderTerraform } from '../permissions/policy/render-terraform.ts';
import { type ServicePolicy, servicePolicy } from '../permissions/policy/service-policy.ts';
import { statementsOf } from '../permissions/policy/statements.ts';
import type { PermissionsDocument, ServicePermissions } from '../report/documents/permissions.ts';
import { counted } from '../report/text.ts';

/** The formats of policies. */
export const policyFormats = ['iam-policy', 'sam', 'terraform'] as const;
export type PolicyFormat = (typeof policyFormats)[number];

/** Policies as text, and what to know of them, a line each. */
export interface PolicyText {
  readonly text: string;
  readonly notes: readonly string[];
}

interface PolicyOptions {
  /** Guessed permissions too. */
  readonly guessed: boolean;
}

/**
 * The least that services need as policies, each checked against the catalogue.
 * @throws UsageError if none of the services can be said in the format, or there is none.
 */
export function policiesOf(
  services: readonly ServicePermissions[],
  format: PolicyFormat,
  { guessed }: PolicyOptions,
): PolicyText {
  const catalogue = openCatalogue();
  const iam = openIam(catalogue);
  const mostSize = limit(catalogue, 'aws/iam-limits', 'policy.managed.maximum');
  const all = services.map((service) => servicePolicy(service, { guessed, mostSize, iam }));
  if (all.length === 0) throw new UsageError('no service on AWS found: there is nothing to grant.');
  const shown = all.filter((service) => isSaid(service, format));
  if (shown.length === 0) throw new UsageError(`${unsaid[format]}: use --format ${nearest(all)}.`);
  const notes = [...notesOf(shown, services), ...leftOutNote(all.length - shown.length, format)];
  switch (format) {
    case 'iam-policy':
      return { text: renderIamPolicies(shown), notes: [...notes, ...placeholderNote(shown)] };
    case 'sam':
      return { text: renderSam(shown, limit(catalogue, 'aws/iam-limits', 'role.inline.maximum')), notes };
    case 'terraform':
      return { text: renderTerraform(shown), notes };
  }
}

/** What each service needs against what it is granted, as a unified diff of policies without names of statements. */
export function policyDiff(services: readonly ServicePermissions[], { guessed }: PolicyOptions): PolicyText {
  const iam = openIam(openCatalogue());
  const textOf = (permissions: Parameters<typeof statementsOf>[0]): string => {
    const statements = statementsOf(permissions, true, iam);
    const plain = statements.map(({ actions, resources }) => ({
      Effect: 'Allow',
      Action: actions,
      Resource: resources,
    }));
    return `${JSON.stringify({ Version: '2012-10-17', Statement: plain }, null, 2)}\n`;
  };
  const diffs = services.map(({ id, needed, declared }) => {
    const allowed = declared.filter(({ effect }) => effect === 'Allow');
    const wanted = needed.filter(({ certainty }) => guessed || certainty !== 'guessed');
    return unifiedDiff(id, textOf(allowed), textOf(wanted));
  });
  return { text: diffs.join(''), notes: services.flatMap(doubtsOf) };
}

/** The services to make policies for: those among tests and samples only where they are asked for. */
export function shownServices({ services }: PermissionsDocument, all: boolean): ServicePermissions[] {
  return services.filter(({ apart }) => all || !apart);
}

function isSaid(service: ServicePolicy, format: PolicyFormat): boolean {
  if (format === 'iam-policy') return true;
  return format === 'sam' ? isOfTemplate(service) : isOfTerraform(service);
}

const unsaid: Readonly<Record<PolicyFormat, string>> = {
  'iam-policy': '',
  sam: 'the policies refer to what no template of CloudFormation declares',
  terraform: 'the policies refer to what no Terraform module declares',
};

function nearest(services: readonly ServicePolicy[]): PolicyFormat {
  if (services.some(isOfTerraform)) return 'terraform';
  return services.some(isOfTemplate) ? 'sam' : 'iam-policy';
}

function leftOutNote(count: number, format: PolicyFormat): string[] {
  return count === 0 ? [] : [`${counted(count, 'service')} left out: ${unsaid[format]}.`];
}

function notesOf(policies: readonly ServicePolicy[], services: readonly ServicePermissions[]): string[] {
  const guesses = policies.reduce((sum, { leftOut }) => sum + leftOut, 0);
  const ids = new Set(policies.map(({ id }) => id));
  const others = services.filter(({ id, otherIdentities }) => ids.has(id) && otherIdentities.length > 0);
  return [
    ...(guesses === 0 ? [] : [`${counted(guesses, 'guessed permission')} left out (--guessed grants them too).`]),
    ...others.map(({ id }) => `${id} also acts under other identities: their permissions are not among these.`),
    ...policies.flatMap(({ id, faults }) => faults.map((fault) => `${id}: ${fault}.`)),
  ];
}

function placeholderNote(services: readonly ServicePolicy[]): string[] {
  const names = [...new Set(services.flatMap(({ policies }) => placeholdersIn(policies)))].sort();
  return names.length === 0 ? [] : [`To be filled in: ${names.map((name) => `\${${name}}`).join(', ')}.`];
}

function doubtsOf({ id, identity, declaredUnknown }: ServicePermissions): string[] {
  if (identity === null) return [`${id}: nothing tells with whose rights it runs.`];
  return declaredUnknown.length === 0 ? [] : [`${id} may be granted more: not all of it could be told.`];
}
