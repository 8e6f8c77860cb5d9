import type { PermissionJson, PermissionsDocument, ServicePermissions } from '../documents/permissions.ts';
import { counted, printable, unreadSentence, wrap } from '../text.ts';
import { declaredLines } from './declared-lines.ts';
import { type Paint, painter } from './paint.ts';

/** How permissions are shown on a terminal. */
export interface PermissionsOptions {
  /** Columns, 40 at least. */
  readonly width: number;
  readonly color: boolean;
  /** Those among tests and samples too. */
  readonly all: boolean;
  /** The last line alone. */
  readonly quiet: boolean;
  /** Why an action is needed, for this action (in any letter case). */
  readonly explain?: string;
}

/**
 * What each service needs, for a terminal, and how what it is granted differs: the actions with their resources, or all
 * reasons for one action.
 */
export function renderPermissions(document: PermissionsDocument, options: PermissionsOptions): string {
  const paint = painter(options.color);
  const width = Math.max(40, options.width);
  const shown = document.services.filter(({ apart }) => options.all || !apart);
  const ids = shown.map(({ id }) => id);
  const lines = options.quiet ? [] : shown.flatMap((service) => serviceLines(service, ids, width, paint, options));
  lines.push(...wrap(summaryOf(document, shown), width));
  return `${lines.join('\n')}\n`;
}

function serviceLines(
  service: ServicePermissions,
  ids: readonly string[],
  width: number,
  paint: Paint,
  { explain }: PermissionsOptions,
): string[] {
  const wanted = explain?.toLowerCase();
  const shown = service.needed.filter(({ action }) => wanted === undefined || action.toLowerCase() === wanted);
  if (shown.length === 0 && wanted !== undefined) return [];
  const lines = wrap(paint.bold(printable(service.id)), width);
  const ofCalls = wanted === undefined ? shown.filter((one) => !isPlatforms(one, service)) : shown;
  if (ofCalls.length === 0) lines.push('  needs no permission by its calls');
  for (const permission of ofCalls) lines.push(...permissionLines(permission, width, wanted !== undefined));
  const rest = shown.filter((one) => !ofCalls.includes(one)).map(({ action }) => action);
  if (rest.length > 0) lines.push(...indented(`for the platform: ${rest.join(', ')}`, 2, width));
  for (const { identity, needed } of service.otherIdentities) {
    lines.push(`  in the name of ${identityText(identity)}:`);
    for (const permission of needed)
      lines.push(...permissionLines(permission, width, wanted !== undefined).map((line) => `  ${line}`));
  }
  if (wanted === undefined) {
    for (const { columns, text } of declaredLines(service, ids)) lines.push(...indented(text, columns, width));
  }
  if (service.unresolved.length > 0)
    lines.push(...indented(`not resolved: ${counted(service.unresolved.length, 'call')}`, 2, width));
  return [...lines, ''];
}

/** What the platform does in the service's name is told by its definition, and not by a call. */
function isPlatforms({ because }: PermissionJson, { id }: ServicePermissions): boolean {
  const definition = id.slice(0, id.lastIndexOf('#'));
  return because.every(({ file }) => file === definition);
}

function identityText(identity: ServicePermissions['otherIdentities'][number]['identity']): string {
  switch (identity.kind) {
    case 'assumed-role':
      return 'a role that it assumes';
    case 'profile':
      return 'a profile';
    case 'service':
    case 'keys':
      return 'keys that it is given';
    default:
      return `its ${identity.kind.replaceAll('-', ' ')}`;
  }
}

function permissionLines(
  { action, resources, certainty, because }: PermissionJson,
  width: number,
  explain: boolean,
): string[] {
  const mark = certainty === 'guessed' ? '? ' : '';
  const lines = indented(`${mark}${action}`, 2, width);
  for (const resource of resources) lines.push(...indented(`on ${resource}`, 6, width));
  const reasons = explain ? because : because.slice(0, 1);
  for (const { file, line, text } of reasons) lines.push(...indented(`${file}:${line} ${text}`, 6, width));
  if (reasons.length < because.length)
    lines.push(...indented(`and ${counted(because.length - reasons.length, 'more place')}`, 6, width));
  return lines;
}

function indented(text: string, columns: number, width: number): string[] {
  return wrap(printable(text), width - columns).map((line) => `${' '.repeat(columns)}${line}`);
}

function summaryOf(
  { services: all, unreadable }: PermissionsDocument,
  services: readonly ServicePermissions[],
): string {
  if (all.length === 0) return 'No service on AWS found.';
  const actions = new Set(services.flatMap(({ needed }) => needed.map(({ action }) => action)));
  const parts = [`${counted(services.length, 'service')} with ${counted(actions.size, 'action')}.`];
  const apart = all.length - services.length;
  if (apart > 0) parts.push(`${apart} more among tests, samples or documentation (--all shows them).`);
  return [...parts, unreadSentence(unreadable)].join(' ').trimEnd();
}
