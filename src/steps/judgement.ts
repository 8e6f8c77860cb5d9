import type { Evidence } from '../evidence/evidence.ts';
import type { Place } from '../evidence/place.ts';
import type { Severity, UnknownReason } from '../evidence/vocabulary.ts';
import type { PolicyRoom } from '../permissions/declared/policy-room.ts';

/** At least one piece of evidence: there is no verdict without any. */
export type SomeEvidence = readonly [Evidence, ...Evidence[]];

/** A change to a data file, named by its meaning: `fixes/` turns it into edits of the text. */
export type FixIntent =
  /** Writes another value where one stands, in the quotes that stand there. */
  | { readonly kind: 'replace'; readonly place: Place; readonly value: string | number | boolean }
  /** Sets the property at a path of keys from the file's root, adding what is missing on the way. */
  | {
      readonly kind: 'set';
      readonly file: string;
      readonly path: readonly string[];
      readonly value: FixValue | HclExpression;
    }
  /**
   * Makes an allowing statement of an IAM policy say exactly what is wanted. `place` is the whole statement as the reader
   * gives it: the place of its map (CloudFormation, SAM, serverless.yml, an object in `jsonencode`) or of its block
   * (Terraform's `statement`). What it names already stays as it is written, with its comments; what is not wanted goes;
   * `Sid` and `Condition` stay. The first statement that is wanted takes its place, the others follow it; none wanted
   * removes it. Left to a person where it says Deny, NotAction, NotResource or Principal, where an anchor shares it,
   * where it is the only one of its policy and none is wanted, and where it has conditions and several are wanted.
   */
  | { readonly kind: 'narrow'; readonly place: Place; readonly statements: readonly WantedStatement[] }
  /**
   * Adds what is to be allowed to a list of statements: to one that allows other actions of the same service on the same
   * resources without conditions and `Sid`, else behind the last one. `place` is the list (CloudFormation, SAM,
   * serverless.yml, `jsonencode`), or the block `data "aws_iam_policy_document"` (Terraform).
   */
  | { readonly kind: 'grant'; readonly place: Place; readonly statements: readonly WantedStatement[] }
  /**
   * Takes actions out of an allowing statement, whose `place` is as that of `narrow`; its resources stay as they are
   * written. One that allows no more then goes, unless it is the only one of its policy.
   */
  | { readonly kind: 'withdraw'; readonly place: Place; readonly actions: readonly string[] }
  /** Writes a policy with allowing statements for an identity that has no list of them. */
  | { readonly kind: 'first-grant'; readonly room: PolicyRoom; readonly statements: readonly WantedStatement[] };

/**
 * What a statement is to allow. Resources are written as permissions have them: `${Table.Arn}/index/*` for what the tree
 * declares (Terraform `${aws_dynamodb_table.orders.arn}`), ARNs with pseudo-parameters, or `*`; each format is written in
 * its own terms (`!GetAtt Table.Arn`, `!Sub …`).
 */
export interface WantedStatement {
  readonly actions: readonly string[];
  readonly resources: readonly string[];
}

/** A value to write: a leaf, or a map or list of them. */
export type FixValue = string | number | boolean | readonly FixValue[] | { readonly [key: string]: FixValue };

/** An expression of Terraform, to be written as it is; other formats have no words for it. */
export interface HclExpression {
  readonly expression: string;
}

/** A mend as data. `safe` if it cannot change what the service does besides mending the fault. */
export interface Fix {
  readonly title: string;
  readonly safe: boolean;
  /** Empty where a person has to decide: then the title says what to do. */
  readonly intents: readonly FixIntent[];
}

/** What a check says of one subject. */
export type Judgement =
  | { readonly verdict: 'pass'; readonly message: string; readonly evidence: SomeEvidence }
  | {
      readonly verdict: 'fail';
      readonly message: string;
      readonly evidence: SomeEvidence;
      /** Where it differs from the check's own, else null. */
      readonly severity: Severity | null;
      readonly fix: Fix | null;
    }
  | {
      readonly verdict: 'unknown';
      readonly reason: UnknownReason;
      /** What cannot be told, and what would resolve it. */
      readonly message: string;
      readonly evidence: SomeEvidence;
    };

/** The subject is as it should be. */
export function pass(message: string, ...evidence: SomeEvidence): Judgement {
  return { verdict: 'pass', message, evidence };
}

/** The subject has the fault that the check looks for. `severity` where it differs from the check's own. */
export function fail(
  message: string,
  evidence: SomeEvidence,
  options: { readonly fix?: Fix | undefined; readonly severity?: Severity } = {},
): Judgement {
  return { verdict: 'fail', message, evidence, fix: options.fix ?? null, severity: options.severity ?? null };
}

/** It cannot be told; the message says what would resolve it. */
export function unknown(reason: UnknownReason, message: string, ...evidence: SomeEvidence): Judgement {
  return { verdict: 'unknown', reason, message, evidence };
}
