import type { AxisName, ClassEvidenceJson, ClassesJson } from '../report/documents/classify.ts';
import { axes } from '../report/documents/classify.ts';
import type { Classification } from '../services/classify/classification.ts';

/** A classification as the documents have it, without what says so. */
export function classesJson(found: Classification): ClassesJson {
  const { compute, artifact, orchestration, sdkLayer } = found;
  const [made] = artifact.found;
  const reasons = axes.flatMap((axis) => {
    const { reason } = found[axis];
    return reason === null ? [] : [[axis, reason] as const];
  });
  return {
    compute: compute.found[0]?.is ?? null,
    sdkLayer: sdkLayer.found.map(({ is }) => is),
    orchestration: orchestration.found.map(({ is }) => is),
    artifact: made?.is ?? 'source',
    reasons: Object.fromEntries(reasons),
  };
}

/** What says so, axis by axis. */
export function classEvidence(found: Classification): Record<AxisName, ClassEvidenceJson[]> {
  const rows = (axis: AxisName): ClassEvidenceJson[] =>
    found[axis].found.flatMap(({ is, because }) =>
      because.map(({ file, line, text, how }) => ({ is, file, line, text, how })),
    );
  return {
    compute: rows('compute'),
    sdkLayer: rows('sdkLayer'),
    orchestration: rows('orchestration'),
    artifact: rows('artifact'),
  };
}
