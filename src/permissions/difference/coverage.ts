// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
import type { Iam } from '../../catalogue/iam/iam.ts';
import type { Stack } from '../../infrastructure/model/resource.ts';
import type { Declared, Grant, GrantedResource } from '../declared/grant.ts';
import { speaksOf } from './action-pattern.ts';
import { coversArn, type Match, patternOf } from './arn-pattern.ts';

/** How a need is met: whether, and by which statement a denial holds. */
export interface Coverage {
  /** `elsewhere`: granted on a resource, though the action takes none. */
  readonly match: Match | 'elsewhere';
  readonly denied: Grant | null;
}

/** Compares what is needed with what is granted, in the words of one stack. */
export class Coverages {
  readonly #patterns = new Map<string, string>();
  readonly #stack: Stack | null;
  readonly #iam: Iam;

  constructor(stack: Stack | null, iam: Iam) {
    this.#stack = stack;
    this.#iam = iam;
  }

  /** Whether an identity may do something on a resource. */
  of(declared: Declared, action: string, resource: string): Coverage {
    const denied = declared.grants.find((grant) => grant.effect === 'Deny' && this.#denies(grant, action, resource));
    if (denied !== undefined) return { match: 'no', denied };
    const allowed = this.#best(declared.grants, action, resource);
    if (allowed === 'no' && this.#isElsewhere(declared.grants, action)) return { match: 'elsewhere', denied: null };
    const bounded = declared.boundary === null ? 'yes' : this.#best(declared.boundary, action, resource);
    return { match: weaker(allowed, bounded), denied: null };
  }

  /** Whether a statement reaches a resource, for an action of which it speaks. */
  reaches(grant: Grant, action: string, resource: string): Match {
    const { resources, notResources } = grant;
    if (notResources.length > 0) {
      return opposite(best(notResources.map((one) => this.#reachesOne(one, action, resource))));
    }
    return best(resources.map((one) => this.#reachesOne(one, action, resource)));
  }

  /** A resource as a pattern; each is made once. */
  pattern(text: string): string {
    let pattern = this.#patterns.get(text);
    if (pattern === undefined) this.#patterns.set(text, (pattern = patternOf(text, this.#stack)));
    return pattern;
  }

  /** True if an action takes no resource, so that it must be granted on `*`. */
  takesNone(action: string): boolean {
    const known = this.#iam.action(action);
    return known !== undefined && known.resources.length === 0;
  }

  #isElsewhere(grants: readonly Grant[], action: string): boolean {
    return this.takesNone(action) && grants.some((grant) => grant.effect === 'Allow' && speaksOf(grant, action));
  }

  #best(grants: readonly Grant[], action: string, resource: string): Match {
    return best(
      grants
        .filter((grant) => grant.effect === 'Allow' && speaksOf(grant, action))
        .map((grant) => {
          const reached = this.reaches(grant, action, resource);
          return reached === 'yes' && !grant.sure ? 'maybe' : reached;
        }),
    );
  }

  #denies(grant: Grant, action: string, resource: string): boolean {
    if (grant.conditions || !grant.sure || !speaksOf(grant, action)) return false;
    return resource !== '*' && this.reaches(grant, action, resource) === 'yes';
  }

  #reachesOne({ text, known }: GrantedResource, action: string, resource: string): Match {
    if (text === '*' && known) return 'yes';
    if (resource === '*') return this.takesNone(action) && known ? 'no' : 'maybe';
    const match = coversArn(this.pattern(text), this.pattern(resource));
    return match === 'yes' && !known ? 'maybe' : match;
  }
}

function best(matches: readonly Match[]): Match {
  return matches.includes('yes') ? 'yes' : matches.includes('maybe') ? 'maybe' : 'no';
}

function opposite(match: Match): Match {
  return match === 'yes' ? 'no' : match === 'no' ? 'yes' : 'maybe';
}

function weaker(a: Match, b: Match): Match {
  return a === 'no' || b === 'no' ? 'no' : a === 'maybe' || b === 'maybe' ? 'maybe' : 'yes';
}
