// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html
import { evidence } from '../../evidence/evidence.ts';
import type { Place } from '../../evidence/place.ts';
import { readText } from '../../infrastructure/model/reading.ts';
import type { MapValue, Value } from '../../infrastructure/model/value.ts';
import { alternativesOf, itemsOf } from './alternatives.ts';
import type { Collected, Grant, GrantedResource, GrantOrigin } from './grant.ts';
import { readPolicyText } from './policy-text.ts';
import { resourcesOf } from './resource-text.ts';

const own: GrantOrigin = { kind: 'statement' };

/** Collects the statements of a policy document: a map, JSON in a text, or a list of statements. What cannot be read is said. */
export function addDocument(into: Collected, document: Value, sure = true, origin = own): void {
  for (const { value, sure: always } of alternativesOf(document)) {
    const read = value.kind === 'literal' || value.kind === 'joined' ? readPolicyText(value) : value;
    if (read?.kind === 'list') addStatements(into, read, sure && always, origin);
    else if (read?.kind !== 'map') addUnknown(into, value, 'a policy');
    else {
      const statements = read.entries.get('Statement')?.value;
      if (statements !== undefined) addStatements(into, statements, sure && always, origin);
      else if (read.open !== null) addUnknown(into, read.open, 'a policy');
    }
  }
}

/** Collects the statements of a list, or a single one. */
export function addStatements(into: Collected, statements: Value, sure = true, origin = own): void {
  const list = statements.kind === 'list' ? statements.place : null;
  for (const { value, sure: always } of itemsOf(statements)) {
    if (value.kind === 'map') addStatement(into, value, sure && always, list, origin);
    else addUnknown(into, value, 'a statement');
  }
}

function addStatement(
  into: Collected,
  statement: MapValue,
  sure: boolean,
  list: Place | null,
  origin: GrantOrigin,
): void {
  const at = (name: string): Value | undefined => statement.entries.get(name)?.value;
  const effect = effectOf(at('Effect'));
  const actions = textsOf(at('Action'));
  const notActions = textsOf(at('NotAction'));
  if (statement.open !== null || !actions.known || !notActions.known) addUnknown(into, statement, 'a statement');
  if (actions.texts.length + notActions.texts.length === 0) {
    if (actions.known && notActions.known) addUnknown(into, statement, 'a statement without actions');
    return;
  }
  const conditions = at('Condition');
  into.grants.push({
    effect: effect.effect,
    actions: actions.texts,
    notActions: notActions.texts,
    resources: resourcesIn(at('Resource')),
    notResources: resourcesIn(at('NotResource')),
    conditions: conditions !== undefined && alternativesOf(conditions).length > 0,
    conditionKeys: conditions === undefined ? [] : keysIn(conditions),
    sure: sure && effect.sure && statement.open === null,
    origin,
    from: evidence(statement.place, [...actions.texts, ...notActions.texts].join(', ')),
    list,
  });
}

/** What a statement does; where a condition decides, it allows, and that is not sure. */
export function effectOf(value: Value | undefined): Pick<Grant, 'effect' | 'sure'> {
  const texts = value === undefined ? [] : alternativesOf(value).map((one) => readText(one.value).text);
  const denials = texts.filter((text) => text === 'Deny').length;
  const isDenied = denials > 0 && denials === texts.length;
  return { effect: isDenied ? 'Deny' : 'Allow', sure: isDenied || denials === 0 };
}

function resourcesIn(value: Value | undefined): GrantedResource[] {
  return value === undefined ? [] : resourcesOf(value);
}

/** The keys of all operators: `StringEquals: { iam:PassedToService: … }`. */
function keysIn(conditions: Value): string[] {
  return alternativesOf(conditions).flatMap(({ value }) =>
    value.kind === 'map'
      ? [...value.entries.values()].flatMap((operator) =>
          operator.value.kind === 'map' ? [...operator.value.entries.keys()] : [],
        )
      : [],
  );
}

function textsOf(value: Value | undefined): { texts: string[]; known: boolean } {
  if (value === undefined) return { texts: [], known: true };
  const readings = itemsOf(value).map(({ value: item }) => readText(item));
  const texts = readings.flatMap((reading) => (reading.known ? [reading.value.trim()] : []));
  return { texts, known: texts.length === readings.length };
}

/** Says that something is not known, with the reason that the reader gives. */
export function addUnknown(into: Collected, value: Value, what: string): void {
  const reading = value.kind === 'map' || value.kind === 'list' ? undefined : readText(value);
  const reason =
    value.kind === 'map' && value.open !== null
      ? value.open.reason
      : reading?.known === false
        ? reading.reason
        : 'unsupported-construct';
  into.unknown.push({ reason, text: reading === undefined ? what : `${what}: ${reading.text}`, place: value.place });
}
