import type { ServiceJson, ServicesDocument } from '../documents/services.ts';
import { counted, listed, printable, unreadSentence, wrap } from '../text.ts';
import type { PageOptions } from './page-options.ts';
import { type Paint, painter } from './paint.ts';

/** The services that were found, each with what was joined to it, for a terminal. */
export function renderServices(document: ServicesDocument, options: PageOptions): string {
  const paint = painter(options.color);
  const width = Math.max(40, options.width);
  const shown = document.services.filter(({ apart }) => options.all || !apart);
  const lines = options.quiet ? [] : shown.flatMap((service) => [...serviceLines(service, width, paint), '']);
  lines.push(...wrap(summaryOf(document, shown.length), width));
  return `${lines.join('\n')}\n`;
}

function serviceLines(service: ServiceJson, width: number, paint: Paint): string[] {
  const { id, name, cloud, compute, artifact, runtime, codeRoot } = service;
  const what = [cloud === 'none' ? null : cloud, compute, artifact, runtime.python && `Python ${runtime.python}`];
  const shownName = id.endsWith(`#${name}`) ? '' : ` (${name})`;
  const rows: [string, string][] = [['is', what.filter((one) => one !== null && one !== '').join(', ')]];
  rows.push(['code', codeRoot ?? 'not in the repository']);
  for (const entry of service.entryPoints) {
    rows.push([
      'starts at',
      entry.file === null ? `${entry.function}: ${entry.reason}` : `${entry.file}:${entry.line} ${entry.function}`,
    ]);
  }
  if (service.triggers.length > 0) rows.push(['started by', listed(service.triggers.map(triggerText))]);
  if (service.resources.length > 0) rows.push(['works on', listed(service.resources)]);
  if (service.identity !== null) rows.push(['runs as', identityText(service.identity)]);
  const variables = Object.keys(service.environment);
  if (variables.length > 0) rows.push(['environment', variables.join(' ')]);
  if (service.manifests.length > 0) rows.push(['depends by', service.manifests.join(' ')]);
  if (service.pipelines.length > 0) rows.push(['pipelines', service.pipelines.join(' ')]);
  return [
    ...wrap(paint.bold(printable(`${id}${shownName}`)), width),
    ...rows.flatMap(([label, text]) => rowLines(label, text, width)),
  ];
}

function identityText({ kind, resource, shared }: NonNullable<ServiceJson['identity']>): string {
  const whose =
    resource ?? (kind === 'own' ? 'a role of its own' : kind === 'default' ? "the platform's default" : kind);
  return shared ? `${whose} (shared)` : whose;
}

const labelWidth = 14;

function rowLines(label: string, text: string, width: number): string[] {
  const lines = wrap(printable(text), width - labelWidth - 2);
  return lines.map((line, index) => `  ${(index === 0 ? label : '').padEnd(labelWidth)}${line}`);
}

function triggerText({ name, type, resource, invocation }: ServiceJson['triggers'][number]): string {
  return `${resource ?? name} (${type.replace(/^AWS::/, '')}, ${invocation})`;
}

function summaryOf({ services, unreadable }: ServicesDocument, shown: number): string {
  if (services.length === 0) return 'No deployable unit of Python found.';
  const parts = [`${counted(shown, 'service')}.`];
  const apart = services.length - shown;
  if (apart > 0) parts.push(`${apart} more among tests, samples or documentation (--all shows them).`);
  return [...parts, unreadSentence(unreadable)].join(' ').trimEnd();
}
