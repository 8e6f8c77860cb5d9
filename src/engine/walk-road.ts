import type { Evidence } from '../evidence/evidence.ts';
import { byPlace } from '../evidence/order.ts';
import type {
  LackJson,
  NextStepJson,
  RoadDocument,
  RoadServiceJson,
  RungJson,
  WrongToolJson,
} from '../report/documents/road.ts';
import { maskSecret } from '../report/mask.ts';
import type { ReportEvidence } from '../report/report.ts';
import type { Repository } from '../repository/repository.ts';
import { ladder } from '../skills/road/ladder.ts';
import { counts, evidenceOf, type Placed, type PlacedRung, place, type Told } from '../skills/road/place.ts';
import { wrongTools } from '../skills/road/wrong-tool.ts';
import { runChecks } from './judge-snapshot.ts';
import type { RoadRequest } from './request.ts';
import { standingOf } from './road-standing.ts';
import { openSurroundings } from './road-surroundings.ts';

/** Runs the checks and places each service on the rungs; `findRoad` says more. */
export async function walkRoad(
  repository: Repository,
  request: RoadRequest & { readonly today: string },
): Promise<RoadDocument> {
  const { services: wanted, today, catalogue, onTiming } = request;
  const run = await runChecks(repository, {
    today,
    ...(wanted && { services: wanted }),
    ...(catalogue && { catalogue }),
    ...(onTiming && { onTiming }),
  });
  const common = run.verdicts.flatMap(({ service, findings }) => (service === null ? findings : []));
  const around = openSurroundings(run.facts.paths, run.stacks, run.repository);
  const services: RoadServiceJson[] = [];
  const wrongTool: WrongToolJson[] = [];
  for (const { service, findings } of run.verdicts) {
    if (service === null) continue;
    const standing = standingOf(service, [...common, ...findings], run, around);
    const { id, name, cloud } = service;
    services.push({ id, name, cloud, ...placedJson(place(standing, ladder)) });
    for (const { what, message, evidence } of wrongTools(standing))
      wrongTool.push({ what, service: id, message, evidence: allShown(evidence) });
  }
  return { schemaVersion: 1, services, wrongTool, unreadable: run.unreadable, notes: run.notes };
}

function placedJson({ highest, rungs, next }: Placed): Pick<RoadServiceJson, 'rung' | 'rungs' | 'next'> {
  return { rung: highest, rungs: rungs.map(rungJson), next: next && nextJson(next) };
}

/** Evidence that is kept for one rung. */
const mostShown = 10;

function rungJson(placed: PlacedRung): RungJson {
  const { rung, state, reason, told } = placed;
  const lacking = (wanted: string, counting = true): LackJson[] =>
    told.flatMap(({ requirement, answer }) => {
      if (answer.state !== wanted || counts({ requirement, answer }) !== counting) return [];
      const [at] = answer.evidence;
      return [
        {
          what: requirement.what,
          why: answer.why,
          check: checkOf({ requirement, answer }),
          at: at ? placeOf(at) : null,
        },
      ];
    });
  return {
    rung: rung.rung,
    title: rung.title,
    state,
    reason,
    evidence: allShown(evidenceOf(placed).slice(0, mostShown)),
    missing: lacking('missing'),
    unknown: lacking('unknown'),
    improvements: lacking('missing', false),
    requirements: told.map(({ requirement: { id, what, checks }, answer }) => ({
      id,
      what,
      state: answer.state,
      why: answer.why,
      evidence: allShown(answer.evidence),
      checks,
    })),
  };
}

function nextJson({ rung, requirement, answer }: NonNullable<Placed['next']>): NextStepJson {
  const [at] = answer.evidence;
  return { rung, text: `${requirement.step}.`, check: checkOf({ requirement, answer }), at: at ? placeOf(at) : null };
}

/** The check that says so, else the first that says more about it. */
function checkOf({ requirement, answer }: Told): string | null {
  return answer.check ?? requirement.checks[0] ?? null;
}

function placeOf({ file, line }: Evidence): { file: string; line: number } {
  return { file, line };
}

/** Evidence as it may be shown, by place: what looks like a credential is masked. */
function allShown(evidence: readonly Evidence[]): ReportEvidence[] {
  return evidence.map((one) => ({ ...one, text: maskSecret('', one.text) })).sort(byPlace);
}
