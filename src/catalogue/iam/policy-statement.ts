import type { FactBase } from '../dataset.ts';

/** A statement of a policy as the catalogue keeps it: lists are parted by blanks, `Allow` is left out. */
export interface StatementRow {
  readonly effect?: 'Deny';
  readonly actions?: string;
  readonly notActions?: string;
  readonly resources?: string;
  readonly notResources?: string;
  readonly conditions?: boolean;
}

/** A statement of a policy. `${Name}` in a resource stands for a parameter of a SAM template or a pseudo-parameter. */
export interface PolicyStatement {
  readonly effect: 'Allow' | 'Deny';
  readonly actions: readonly string[];
  /** All actions but these. */
  readonly notActions: readonly string[];
  readonly resources: readonly string[];
  /** All resources but these. */
  readonly notResources: readonly string[];
  /** It has conditions, whose wording is not kept. */
  readonly conditions: boolean;
}

/** Reads a statement of the catalogue. */
export function readStatement(row: StatementRow): PolicyStatement {
  return {
    effect: row.effect ?? 'Allow',
    actions: listOf(row.actions),
    notActions: listOf(row.notActions),
    resources: listOf(row.resources),
    notResources: listOf(row.notResources),
    conditions: row.conditions ?? false,
  };
}

function listOf(text: string | undefined): string[] {
  return text === undefined ? [] : text.split(' ');
}

/** A policy that AWS manages; `id` is its name. */
export interface ManagedPolicyFact extends FactBase {
  /** `/service-role/`; `/` without. */
  readonly path?: string;
  /** The day of its last version. */
  readonly updated: string;
}

/** A policy template of SAM; `id` is its name. */
export interface SamPolicyTemplate extends FactBase {
  readonly parameters: readonly string[];
  readonly statements: readonly StatementRow[];
}

/**
 * What a connector of SAM grants to the role of its source or destination: `id` is the two types of resources.
 * `${Source.Arn}` and `${Destination.Arn}` stand for attributes of the two.
 */
export interface SamConnector extends FactBase {
  readonly role: 'source' | 'destination';
  readonly read?: readonly StatementRow[];
  readonly write?: readonly StatementRow[];
}

/**
 * What a method of a construct of the AWS CDK grants: `id` is the type of the construct's resource and the method.
 * `${Target.Arn}` stands for an attribute of it.
 */
export interface CdkGrant extends FactBase {
  readonly statements: readonly StatementRow[];
}
