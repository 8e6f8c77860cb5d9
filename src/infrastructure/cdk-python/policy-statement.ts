// https://docs.aws.amazon.com/cdk/api/v2/python/aws_cdk.aws_iam/PolicyStatement.html
import type { Value } from '../model/value.ts';
import type { Action } from './constructs.ts';
import { convert, mapAt, textAt } from './convert.ts';
import { argumentOf } from './site.ts';
import type { TermCall } from './world.ts';

/** The type of a fact of permissions: who may do what with which resource, as a method of the library grants it. */
export const grantType = 'cdk:Grant';

/** A statement of a policy: what its arguments say, and what methods add to it later. */
export function policyStatement(call: TermCall): Value {
  const { site } = call;
  const given = (name: string): Value | undefined => {
    const argument = call.argument(null, name);
    return argument && call.of(argument);
  };
  const list = (name: string, method: string): Value | undefined => together(given(name), addedBy(call, method));
  const everything = calls(call, 'add_all_resources').map(() => textAt(site, '*'));
  return mapAt(site, {
    Sid: given('sid'),
    Effect: lastSet(call, 'effect', given('effect') ?? textAt(site, 'Allow')),
    Action: list('actions', 'add_actions'),
    NotAction: list('not_actions', 'add_not_actions'),
    Resource: together(list('resources', 'add_resources'), everything),
    NotResource: list('not_resources', 'add_not_resources'),
    Principal: given('principals'),
    Condition: given('conditions') ?? conditionAdded(call),
  });
}

/** What an attribute is in the end: what is set under a test may not be. */
function lastSet({ world, term }: TermCall, attribute: string, first: Value): Value {
  const all = term.kind === 'made' ? world.assignedTo(term).filter(({ name }) => name === attribute) : [];
  return all.reduce((before, { argument, condition }): Value => {
    const value = convert(world, argument);
    return condition === null ? value : { kind: 'choice', options: [value, before], place: value.place };
  }, first);
}

/** The statements of a document: those it is made with, and those that are added later. */
export function policyDocument(call: TermCall): Value {
  const argument = call.argument(null, 'statements');
  return mapAt(call.site, { Statement: together(argument && call.of(argument), addedBy(call, 'add_statements')) });
}

/** What Grant's functions give a grantee, as a statement. */
export function grantedStatement(call: Pick<TermCall, 'argument' | 'of' | 'site'>): Value {
  const given = (name: string): Value | undefined => {
    const argument = call.argument(null, name);
    return argument && call.of(argument);
  };
  return mapAt(call.site, {
    Effect: textAt(call.site, 'Allow'),
    Action: given('actions'),
    Resource: given('resource_arns'),
    Condition: given('conditions'),
  });
}

/** The calls of a method on the object that a term makes. */
function calls({ world, term }: TermCall, method: string): Action[] {
  return term.kind === 'made' ? world.calledOn(term).filter((action) => action.method === method) : [];
}

const mostItems = 200;

/** The arguments of all calls of a method; those under a test may not be there. */
function addedBy(call: TermCall, method: string): Value[] {
  return calls(call, method).flatMap(({ call: given, site, condition }) => {
    const found: Value[] = [];
    for (let index = 0; index < Math.min(given.count, mostItems); index++) {
      const argument = argumentOf(given, site, index, null);
      const value = argument && convert(call.world, argument);
      if (value === undefined) continue;
      const { place } = value;
      found.push(condition === null ? value : { kind: 'choice', options: [value, { kind: 'absent', place }], place });
    }
    return found;
  });
}

/** One list of what there is and what is added; undefined where there is nothing. */
function together(value: Value | undefined, added: readonly Value[]): Value | undefined {
  const items = value === undefined ? added : value.kind === 'list' ? [...value.items, ...added] : [value, ...added];
  const place = value?.place ?? added[0]?.place;
  return place === undefined || added.length === 0 ? value : { kind: 'list', items, place };
}

/** `add_condition(operator, keys)`, or `add_conditions` with all of them. */
function conditionAdded(call: TermCall): Value | undefined {
  const [all] = addedBy(call, 'add_conditions');
  const [operator, keys] = addedBy(call, 'add_condition');
  if (all !== undefined || operator?.kind !== 'literal') return all ?? operator;
  return mapAt(call.site, { [operator.text]: keys });
}
