import type { ClassifiedServiceJson, ClassifyDocument } from '../documents/classify.ts';
import { axes } from '../documents/classify.ts';
import { counted, printable, unreadSentence, wrap } from '../text.ts';
import type { PageOptions } from './page-options.ts';
import { painter } from './paint.ts';

const labels = { compute: 'runs in', sdkLayer: 'speaks to', orchestration: 'works by', artifact: 'is a' } as const;

/** The services on the four axes, each with the first place that says so, for a terminal. */
export function renderClassify(document: ClassifyDocument, options: PageOptions): string {
  const paint = painter(options.color);
  const width = Math.max(40, options.width);
  const shown = document.services.filter(({ apart }) => options.all || !apart);
  const lines = options.quiet
    ? []
    : shown.flatMap((service) => [
        ...wrap(paint.bold(printable(service.id)), width),
        ...axes.flatMap((axis) => axisLines(service, axis, width)),
        '',
      ]);
  lines.push(...wrap(summaryOf(document, shown), width));
  return `${lines.join('\n')}\n`;
}

const labelWidth = 14;

function axisLines(service: ClassifiedServiceJson, axis: (typeof axes)[number], width: number): string[] {
  const { evidence, reasons } = service;
  const words = [...new Set(evidence[axis].map(({ is }) => is))].map((word) => {
    const place = evidence[axis].find(({ is }) => is === word);
    return place === undefined ? word : `${word} (${place.text}, ${place.file}:${place.line})`;
  });
  const reason = reasons[axis];
  const text = [...words, ...(reason === undefined ? [] : [words.length === 0 ? `not known: ${reason}` : reason])].join(
    '; ',
  );
  const wrapped = wrap(printable(text), width - labelWidth - 2);
  return wrapped.map((line, index) => `  ${(index === 0 ? labels[axis] : '').padEnd(labelWidth)}${line}`);
}

function summaryOf({ services, unreadable }: ClassifyDocument, shown: readonly ClassifiedServiceJson[]): string {
  if (services.length === 0) return 'No deployable unit of Python found.';
  const parts = [`${counted(shown.length, 'service')}.`];
  const apart = services.length - shown.length;
  if (apart > 0) parts.push(`${apart} more among tests, samples or documentation (--all shows them).`);
  return [...parts, unreadSentence(unreadable)].join(' ').trimEnd();
}
