import type { ExcessJson, NarrowableJson, ServicePermissions } from '../documents/permissions.ts';

/** A line of a service's permissions: how far it is indented, and what it says. */
export interface IndentedText {
  readonly columns: number;
  readonly text: string;
}

/**
 * How what a service is granted differs from what it needs, in lines: what is sure by name, what may be counted. What is said
 * of a role that services share stands under the first of those that are `shown`.
 */
export function declaredLines(service: ServicePermissions, shown: readonly string[]): IndentedText[] {
  const { identity, missing, declaredUnknown } = service;
  if (identity === null) return [];
  const users = new Set([service.id, ...identity.sharedWith]);
  const first = shown.find((id) => users.has(id)) ?? service.id;
  const isSaid = first !== service.id && service.excess.length + service.narrowable.length > 0;
  const { excess, narrowable } = isSaid ? { excess: [], narrowable: [] } : service;
  const sure = missing.filter(({ certainty }) => certainty === 'resolved');
  const [open, ...others] = declaredUnknown;
  return [
    ...section(
      'not granted',
      sure.map(({ action, resources }) => `${action} on ${resources.join(', ')}`),
    ),
    ...maybe(missing.length - sure.length, 'of its needs may not be granted', missing),
    ...section('granted and not needed', excessTexts(excess)),
    ...maybe(excessTexts(excess, 'guessed').length, 'of its grants may not be needed', excess),
    ...(isSaid
      ? [{ columns: 2, text: `it shares its role with ${first}, where what is granted beyond need stands` }]
      : []),
    ...section('wider than needed', narrowable.filter(({ certainty }) => certainty === 'resolved').map(narrowableText)),
    ...(open === undefined
      ? []
      : [
          {
            columns: 2,
            text: `not all that it is granted is known: ${open.text} (${open.file}:${open.line})${others.length > 0 ? `, and ${others.length} more` : ''}`,
          },
        ]),
  ];
}

function section(title: string, texts: readonly string[]): IndentedText[] {
  if (texts.length === 0) return [];
  return [{ columns: 2, text: `${title}:` }, ...texts.map((text) => ({ columns: 4, text }))];
}

interface Doubted {
  readonly certainty: 'resolved' | 'guessed';
  readonly doubt: string | null;
}

function maybe(count: number, what: string, rows: readonly Doubted[]): IndentedText[] {
  const first = rows.find(({ certainty }) => certainty === 'guessed');
  return count === 0 || first === undefined ? [] : [{ columns: 2, text: `${count} ${what}: ${first.doubt}` }];
}

const mostActions = 6;

/** A line for each statement or policy: its actions, or its name where it is granted as a whole. */
function excessTexts(rows: readonly ExcessJson[], certainty: Doubted['certainty'] = 'resolved'): string[] {
  const wanted = rows.filter((row) => row.certainty === certainty);
  const groups = Map.groupBy(wanted, ({ policy, from }) => `${policy} ${from.file}:${from.line}`);
  return [...groups.values()].map((group) => {
    const [first] = group;
    const actions = [...new Set(group.map(({ action }) => action))];
    const shown = actions.slice(0, mostActions).join(', ');
    const rest = actions.length > mostActions ? ` and ${actions.length - mostActions} more` : '';
    return `${first?.policy ?? shown + rest} (${first?.from.file}:${first?.from.line})`;
  });
}

function narrowableText({ policy, from, wide, open, to, instead }: NarrowableJson): string {
  const what = policy ?? (wide.length > 0 ? wide : open).join(', ');
  const needed = [...new Set(to.flatMap(({ actions }) => actions))];
  const resources = [...new Set(to.flatMap((one) => one.resources))];
  const enough =
    instead ??
    (wide.length > 0
      ? `${needed.slice(0, mostActions).join(', ')}${needed.length > mostActions ? ' …' : ''}`
      : resources.slice(0, 3).join(', '));
  return `${what} (${from.file}:${from.line}): ${enough} would do`;
}
