import type { Declared, Grant } from '../../permissions/declared/grant.ts';
import type { Narrowable } from '../../permissions/difference/excess.ts';
import type { Subject } from '../define.ts';
import type { Rights } from '../facts.ts';
import type { Fix } from '../judgement.ts';

/** A statement of the tree, or a policy that stands for statements, as a subject. */
export interface GrantSubject extends Subject {
  readonly grants: readonly [Grant, ...Grant[]];
}

/** The allowing statements of an identity that a person can change; those of a policy that others keep are one subject. */
export function allowed({ grants }: Declared): GrantSubject[] {
  const own = grants.filter(({ effect, origin }) => effect === 'Allow' && origin.kind !== 'framework');
  return [...Map.groupBy(own, keyOf).values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [{ name: nameOf(first), grants: [first, ...others] as const }],
  );
}

function keyOf({ origin, from }: Grant): string {
  const name = origin.kind === 'statement' ? from.text : origin.name;
  return `${origin.kind} ${name} ${from.file}:${from.line}:${from.column}`;
}

const longest = 60;

/** A policy by its name, a statement by its actions and resources: they stay when lines move. */
export function nameOf({ origin, actions, notActions, resources }: Grant): string {
  if (origin.kind !== 'statement') return origin.name;
  const verbs = notActions.length > 0 ? `all but ${notActions.join(', ')}` : actions.join(', ');
  const text = `${verbs} on ${resources.map((resource) => resource.text).join(', ') || 'all but some'}`;
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}

/** What says of a statement how it can be narrowed; undefined if it cannot. */
export function narrowingOf({ difference }: Rights, grant: Grant): Narrowable | undefined {
  return difference.narrowable.find(({ from, origin }) => from === grant.from && origin.kind === grant.origin.kind);
}

/** A fix that makes a statement say what is needed of it; a person decides where others may need more. */
export function narrowingFix(narrowing: Narrowable | undefined, title: string): Fix {
  const { origin, certainty, from, to } = narrowing ?? {};
  const known = origin?.kind === 'statement' && certainty === 'resolved' && to !== undefined && from !== undefined;
  return { title, safe: false, intents: known ? [{ kind: 'narrow', place: from, statements: to }] : [] };
}

/** Actions in a line: the first ones, and how many more there are. */
export function listed(texts: readonly string[]): string {
  const shown = texts.slice(0, 4).join(', ');
  return texts.length > 4 ? `${shown} and ${texts.length - 4} more` : shown;
}
