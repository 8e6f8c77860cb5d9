import type { Action, Construct, Constructs } from './constructs.ts';
import { classOf, isNamedValue } from './imported.ts';
import type { Library } from './library.ts';
import { constructMade, ownersOf, typeOfMade } from './method-effects.ts';
import { grantType } from './policy-statement.ts';
import { otherTypes, scopes } from './properties.ts';

/** What becomes a resource, and of which type. */
export interface Typed {
  readonly types: ReadonlyMap<Construct, string>;
  /** The calls that made those that methods make. */
  readonly made: ReadonlyMap<Construct, Action>;
}

/** Says of each construct what it becomes, and adds what methods of constructs make. */
export function typesOf(constructs: Constructs, actions: readonly Action[], library: Library): Typed {
  const types = new Map<Construct, string>();
  const made = new Map<Construct, Action>();
  for (const construct of constructs.all) {
    const type = typeOf(construct, library);
    if (type !== undefined) types.set(construct, type);
  }
  for (const action of actions) {
    const [owner] = ownersOf(constructs, action.receiver);
    const type = typeOfMade(action, owner && types.get(owner));
    if (type === undefined || constructs.has(action.result.key)) continue;
    const construct = constructMade(action);
    constructs.add(construct, action.result);
    types.set(construct, type);
    made.set(construct, action);
  }
  return { types, made };
}

/** Classes of the library that are no resources: what helps to make others, and what only a template has. */
const noResources =
  /Property$|^Cfn(?:Output|Parameter|Condition|Mapping|Rule|Include)$|_targets\.|_integrations\.|_subscriptions\.|_destinations\.|_event_sources\.|_actions\.|_authorizers\.|_tasks\.|^aws_stepfunctions\.(?!StateMachine|Activity|Cfn)/;

/** The type of what a construct becomes; of one of a library that is not known its path. */
function typeOf({ path, id, call }: Construct, library: Library): string | undefined {
  if (noResources.test(path) || isNamedValue(path)) return undefined;
  if (path.startsWith('aws_iam.Grant.add_to_')) return grantType;
  const of = classOf(path);
  const known = otherTypes[of] ?? library.resource(of)?.type;
  if (known !== undefined) return id !== null || call.keywords.includes('id') || call.count > 1 ? known : undefined;
  if (scopes.has(path) || of !== path || id === null || call.count + call.keywords.length < 2) return undefined;
  return path.includes('.') ? `aws_cdk.${path}` : undefined;
}
