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
import { listed } from '../report/text.ts';
import type { Repository } from '../repository/repository.ts';
import { environmentInFile } from '../services/bind/environment-files.ts';
import type { Answer } from '../skills/road/answer.ts';
import { isInstalledByOthers } from '../skills/road/installed-by-others.ts';
import { ladder } from '../skills/road/ladder.ts';
import { counts, evidenceOf, type Placed, type PlacedRung, place } from '../skills/road/place.ts';
import type { Standing } from '../skills/road/standing.ts';
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
  const installed: string[] = [];
  for (const { service, findings } of run.verdicts) {
    if (service === null) continue;
    const beside = await environmentInFile(service, run.repository);
    const standing = standingOf(service, [...common, ...findings], run, around, beside);
    const { id, name, cloud } = service;
    if (isInstalledByOthers(standing)) {
      installed.push(id);
      continue;
    }
    services.push({ id, name, cloud, ...placedJson(place(standing, ladder), standing) });
    for (const { what, message, evidence } of wrongTools(standing))
      wrongTool.push({ what, service: id, message, evidence: allShown(evidence) });
  }
  return {
    schemaVersion: 1,
    services,
    wrongTool,
    unreadable: run.unreadable,
    notes: [...run.notes, ...leftOut(installed)],
  };
}

/** A sentence about distributions that others install; none where there is none. */
function leftOut(ids: readonly string[]): string[] {
  if (ids.length === 0) return [];
  const what = ids.length === 1 ? 'a distribution' : 'distributions';
  return [`${listed(ids)}: ${what} that others install, left out, since the road is for services.`];
}

function placedJson(
  { highest, rungs, next }: Placed,
  standing: Standing,
): Pick<RoadServiceJson, 'rung' | 'rungs' | 'next'> {
  return { rung: highest, rungs: rungs.map((one) => rungJson(one, standing)), next: next && nextJson(next, standing) };
}

/** Evidence that is kept for one rung. */
const mostShown = 10;

function rungJson(placed: PlacedRung, standing: Standing): RungJson {
  const { rung, state, reason, told } = placed;
  const lacking = (wanted: string, counting = true): LackJson[] =>
    told.flatMap(({ requirement, answer }) => {
      if (answer.state !== wanted || counts({ requirement, answer }) !== counting) return [];
      const [at] = answer.evidence;
      return [
        {
          what: requirement.what,
          why: answer.why,
          check: checkOf(answer, standing),
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

function nextJson({ rung, requirement, answer }: NonNullable<Placed['next']>, standing: Standing): NextStepJson {
  const [at] = answer.evidence;
  const text = `${answer.step ?? requirement.step}.`;
  return { rung, text, check: checkOf(answer, standing), at: at ? placeOf(at) : null };
}

/** The check that says so of this very service; null where none did. */
function checkOf({ check, state }: Answer, { verdicts }: Standing): string | null {
  if (check === null) return null;
  const said = verdicts([check]).some(({ verdict }) => verdict === (state === 'unknown' ? 'unknown' : 'fail'));
  return said ? check : null;
}

function placeOf({ file, line }: Evidence): { file: string; line: number } {
  return { file, line };
}

/** Evidence as it may be shown, by place: what looks like a credential is masked. */
function allShown(evidence: readonly Evidence[]): ReportEvidence[] {
  return evidence.map((one) => ({ ...one, text: maskSecret('', one.text) })).sort(byPlace);
}
