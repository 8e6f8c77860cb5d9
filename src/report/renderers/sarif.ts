// https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
import type { Fix, Location, Log, Region, ReportingDescriptor, Result, Suppression } from 'sarif';
import { version } from '../../evidence/version.ts';
import type { Severity } from '../../evidence/vocabulary.ts';
import type { Check } from '../../steps/define.ts';
import { stepTitle } from '../../steps/steps.ts';
import type { FailFinding, Report, ReportEvidence, ReportFix, Suppressed, UnknownFinding } from '../report.ts';
import { failsOf, unknownsOf } from '../summary.ts';
import { renderPage } from './page.ts';

const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  blocker: 'error',
  risk: 'warning',
  improvement: 'note',
};

/**
 * The failures of a report as SARIF 2.1.0, those that are suppressed or known marked as such. `checks` become the rules, one each with its page, whether or not it found
 * anything; under `strict` unknowns are results too; paths are relative to the repository's root (`SRCROOT`).
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
        results: [
          ...failsOf(report),
          ...(report.strict ? unknownsOf(report) : []).map((finding) => ({ finding, service: '' })),
        ].map(({ finding, service }) => ({
          ...result(finding, service, index.get(finding.check)),
          ...(report.baseline !== null && { baselineState: finding.inBaseline ? 'unchanged' : 'new' }),
        })),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
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

function result(finding: FailFinding | UnknownFinding, service: string, ruleIndex: number | undefined): Result {
  const { check, severity, message, fingerprint, at, evidence, fix, suppressed } = finding;
  const first = evidence.find(({ file, line, column }) => file === at.file && line === at.line && column === at.column);
  const others = evidence.filter((piece) => piece !== first);
  const fixes = fix === null || fix.edits.length === 0 ? [] : [fixOf(fix)];
  return {
    ruleId: check,
    ...(ruleIndex !== undefined && { ruleIndex }),
    level: levels[severity],
    message: { text: fix === null ? message : `${message} ${fix.title}` },
    locations: first === undefined ? [] : [location(first, service)],
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

function location(evidence: ReportEvidence, service = ''): Location {
  const logical = service === '' ? {} : { logicalLocations: [{ fullyQualifiedName: service, kind: 'module' }] };
  return { physicalLocation: { artifactLocation: artifact(evidence.file), region: region(evidence) }, ...logical };
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
