// https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
import type { Fix, Location, Log, Region, ReportingDescriptor, Result, Suppression } from 'sarif';
import { version } from '../../evidence/version.ts';
import type { Severity } from '../../evidence/vocabulary.ts';
import type { Check } from '../../steps/define.ts';
import { stepTitle } from '../../steps/steps.ts';
import type { FailFinding, Report, ReportEvidence, ReportFix, Suppressed, UnknownFinding } from '../report.ts';
import { renderPage } from './page.ts';

const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  blocker: 'error',
  risk: 'warning',
  improvement: 'note',
};

/**
 * The failures of a report as SARIF 2.1.0, those that are suppressed or known marked as such. `checks` become the rules,
 * one each with its page, whether or not it found anything; what could not be told is a result only where it counts; paths are relative to the repository's root (`SRCROOT`).
 */
export function renderSarif(report: Report, checks: readonly Check[]): string {
  const index = new Map(checks.map((check, position) => [check.id, position]));
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'skyworthy', version, semanticVersion: version, rules: checks.map(rule) } },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { SRCROOT: { description: { text: 'The root of the repository that was checked.' } } },
        invocations: [
          {
            executionSuccessful: true,
            toolExecutionNotifications: report.unreadable.map(({ file, line, reason }) => ({
              level: 'warning',
              message: { text: reason },
              locations: [{ physicalLocation: { artifactLocation: artifact(file), region: { startLine: line } } }],
            })),
          },
        ],
        results: resultsOf(report).map(({ finding, services }) => ({
          ...result(finding, services, index.get(finding.check)),
          ...(report.baseline !== null && { baselineState: finding.inBaseline ? 'unchanged' : 'new' }),
        })),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

/** One result: a finding, and the services that have the same at the same place. */
interface Shared {
  readonly finding: FailFinding | UnknownFinding;
  /** Ids; empty for a finding of the repository. */
  readonly services: readonly string[];
}

/**
 * The failures of a report and what could not be told as far as it counts (under `strict`): where several services have
 * the same finding at one place, they are one result.
 */
function resultsOf({ repository, services }: Report): Shared[] {
  const all = [{ id: '', findings: repository.findings }, ...services].flatMap(({ id, findings }) =>
    findings.flatMap((finding) =>
      finding.verdict === 'fail' || (finding.verdict === 'unknown' && finding.counts) ? [{ finding, id }] : [],
    ),
  );
  const groups = Map.groupBy(all, ({ finding: { check, at, severity, message, suppressed, inBaseline } }) =>
    [check, at.file, at.line, at.column, severity, message, suppressed !== null, inBaseline].join('\0'),
  );
  return [...groups.values()].flatMap((group): Shared[] => {
    const [first] = group;
    return first === undefined ? [] : [{ ...first, services: group.map(({ id }) => id).filter(Boolean) }];
  });
}

function rule(check: Check): ReportingDescriptor {
  const { id, title, docs, severity, step } = check;
  return {
    id,
    name: id.replaceAll(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: `${title}.` },
    fullDescription: { text: docs.why },
    help: { text: docs.fix, markdown: renderPage(check) },
    helpUri: docs.sources[0],
    defaultConfiguration: { level: levels[severity] },
    properties: { tags: ['cloud', 'python', step], step: stepTitle(step) },
  };
}

function result(
  finding: FailFinding | UnknownFinding,
  services: readonly string[],
  ruleIndex: number | undefined,
): Result {
  const { check, severity, message, fingerprint, at, evidence, fix, suppressed } = finding;
  const first = evidence.find(({ file, line, column }) => file === at.file && line === at.line && column === at.column);
  const others = evidence.filter((piece) => piece !== first);
  const fixes = fix === null || fix.edits.length === 0 ? [] : [fixOf(fix)];
  return {
    ruleId: check,
    ...(ruleIndex !== undefined && { ruleIndex }),
    level: levels[severity],
    message: { text: fix === null ? message : `${message} ${fix.title}` },
    locations: first === undefined ? [] : [location(first, services)],
    relatedLocations: others.map((piece, id) => ({
      id: id + 1,
      ...location(piece),
      message: { text: piece.text || piece.file },
    })),
    partialFingerprints: { 'skyworthy/v1': fingerprint },
    ...(fixes.length > 0 && { fixes }),
    ...(suppressed !== null && { suppressions: [suppressionOf(suppressed)] }),
  };
}

function suppressionOf({ reason, file, line }: Suppressed): Suppression {
  const physicalLocation = { artifactLocation: artifact(file), region: { startLine: line } };
  return { kind: 'inSource', status: 'accepted', justification: reason, location: { physicalLocation } };
}

function location(evidence: ReportEvidence, services: readonly string[] = []): Location {
  const logicalLocations = services.map((id) => ({ fullyQualifiedName: id, kind: 'module' }));
  const physicalLocation = { artifactLocation: artifact(evidence.file), region: regionShown(evidence) };
  return { physicalLocation, ...(services.length > 0 && { logicalLocations }) };
}

/** Where something stands; where it is absent or has no width, the whole line. */
function regionShown(evidence: ReportEvidence): Region {
  const { line, column, endLine, endColumn, how } = evidence;
  const isEmpty = line === endLine && column === endColumn;
  return how === 'absent' || isEmpty ? { startLine: line } : region(evidence);
}

function region({ line, column, endLine, endColumn }: Omit<ReportEvidence, 'file' | 'text' | 'how'>): Region {
  return { startLine: line, startColumn: column, endLine, endColumn };
}

/** Code that stands in a template (`template.yaml#Name`) is a stretch of that template. */
function artifact(file: string): { uri: string; uriBaseId: string } {
  const path = file.replace(/(\.(?:ya?ml|json|template))#[^/]*$/i, '$1');
  return { uri: path.split('/').map(encodeURIComponent).join('/'), uriBaseId: 'SRCROOT' };
}

function fixOf({ title, edits }: ReportFix): Fix {
  const files = [...new Set(edits.map((edit) => edit.file))];
  return {
    description: { text: title },
    artifactChanges: files.map((file) => ({
      artifactLocation: artifact(file),
      replacements: edits
        .filter((edit) => edit.file === file)
        .map((edit) => ({ deletedRegion: region(edit), insertedContent: { text: edit.text } })),
    })),
  };
}
