import { byCodeUnits } from '../../evidence/order.ts';
import { isAtLeast } from '../../evidence/vocabulary.ts';
import type { BaselineEntry, Finding } from '../../report/report.ts';
import type { Run } from '../compose-report.ts';
import { isSelected } from '../selection.ts';

/** True if an entry is of the finding and as bad: a failure covers what cannot be told, and not the other way round. */
export function covers(
  entry: BaselineEntry,
  { verdict, severity }: Pick<BaselineEntry, 'verdict' | 'severity'>,
): boolean {
  return (entry.verdict === 'fail' || verdict === 'unknown') && isAtLeast(entry.severity, severity);
}

/** The entries whose findings are there no more, by checks and services that were looked at. */
export function mendedEntries(entries: readonly BaselineEntry[], run: Run): BaselineEntry[] {
  const now = new Set(flawsOf(run).map(({ finding }) => finding.fingerprint));
  const judged = new Set(run.verdicts.map(({ service }) => service?.id));
  const looked = ({ check, service }: BaselineEntry): boolean =>
    run.ran.has(check) && (run.whole || (service !== null && judged.has(service)));
  return entries.filter((entry) => !now.has(entry.fingerprint) && looked(entry)).sort(inOrder);
}

/** The entries whose findings a comment or metadata suppresses: they are not mended, and need not be known either. */
export function suppressedEntries(entries: readonly BaselineEntry[], run: Run): BaselineEntry[] {
  const flaws = flawsOf(run);
  const open = new Set(flaws.flatMap(({ finding }) => (finding.suppressed === null ? finding.fingerprint : [])));
  const all = new Set(flaws.map(({ finding }) => finding.fingerprint));
  return entries.filter(({ fingerprint }) => all.has(fingerprint) && !open.has(fingerprint));
}

/**
 * A baseline brought up to date: it loses what is mended or suppressed, and what became milder is known as that from now on. It grows
 * only where that is asked for. What was not looked at in this run stays.
 */
export function nextBaseline(before: readonly BaselineEntry[], run: Run, grow: boolean): BaselineEntry[] {
  const gone = new Set([...mendedEntries(before, run), ...suppressedEntries(before, run)]);
  const next = new Map(before.filter((entry) => !gone.has(entry)).map((entry) => [entry.fingerprint, entry]));
  for (const entry of entriesOf(run, grow ? isAsked(run) : () => true)) {
    const known = next.get(entry.fingerprint);
    if (grow || (known !== undefined && covers(known, entry))) next.set(entry.fingerprint, entry);
  }
  return [...next.values()].sort(inOrder);
}

/** The text of a baseline, an entry on each line, so that a change of it reads well. */
export function baselineText(entries: readonly BaselineEntry[]): string {
  const lines = entries.map(({ check, service, subject, verdict, severity, fingerprint }) => {
    const fields = Object.entries({ check, service, subject, verdict, severity, fingerprint });
    return `    { ${fields.map(([key, value]) => `"${key}": ${JSON.stringify(value)}`).join(', ')} }`;
  });
  const findings = lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n  ]`;
  return `{\n  "schemaVersion": 1,\n  "findings": ${findings}\n}\n`;
}

type Service = Run['verdicts'][number]['service'];
type Wanted = (finding: Finding, service: Service) => boolean;

/** Failures where their checks are asked for, and what cannot be told where that counts. */
function isAsked({ rules }: Run): Wanted {
  return (finding, service) => {
    const { selection, strict } = rules.of(finding, service);
    return isSelected({ id: finding.check, step: finding.step }, selection) && (finding.verdict === 'fail' || strict);
  };
}

function entriesOf(run: Run, wanted: Wanted): BaselineEntry[] {
  return flawsOf(run)
    .filter(({ finding, service }) => finding.suppressed === null && wanted(finding, service))
    .map(({ finding: { check, subject, verdict, severity, fingerprint }, service }) => {
      return { check, service: service?.id ?? null, subject, verdict, severity, fingerprint };
    });
}

type Flaw = Extract<Finding, Pick<BaselineEntry, 'verdict'>>;

/** What failed or could not be told, suppressed or not. */
function flawsOf({ verdicts }: Run): { finding: Flaw; service: Service }[] {
  return verdicts.flatMap(({ service, findings }) =>
    findings.flatMap((finding) =>
      finding.verdict === 'fail' || finding.verdict === 'unknown' ? [{ finding, service }] : [],
    ),
  );
}

function inOrder(a: BaselineEntry, b: BaselineEntry): number {
  return (
    byCodeUnits(a.check, b.check) || byCodeUnits(a.service ?? '', b.service ?? '') || byCodeUnits(a.subject, b.subject)
  );
}
