import { type Evidence, evidence } from '../../evidence/evidence.ts';
import { startOf } from '../../evidence/place.ts';
import type { Purpose, Severity } from '../../evidence/vocabulary.ts';
import type { Pipeline } from '../../pipelines/index.ts';
import type { Service } from '../../services/service.ts';
import type { Subject } from '../define.ts';
import type { Facts } from '../facts.ts';
import { fail, type Judgement, pass, unknown } from '../judgement.ts';
import { isTrial } from './checking.ts';
import { concernsPython, doubtsIn, isConfirmed, isShipping, type PlacedWork, worksOf } from './works.ts';

/** The pipelines of a service, of which one should do what is looked for. */
export interface PipelinesOfService extends Subject {
  readonly pipelines: readonly [Pipeline, ...Pipeline[]];
}

/** What is looked for in pipelines. */
export interface Wanted {
  readonly purposes: readonly Purpose[];
  /** Words by which a step that is not understood may do it. */
  readonly words: RegExp;
  /** What none of the pipelines does: `runs its tests`. */
  readonly does: string;
  /** What is said where none does, if it is more than that. */
  readonly lacks?: string | undefined;
}

/** The pipelines that are about a service, as one subject; none where no pipeline does anything with that service itself. */
export function pipelinesAsOne(name: string, service: Service, facts: Facts): PipelinesOfService[] {
  const { of, isAbout } = facts.pipelines();
  const [first, ...others] = of(service);
  if (first === undefined) return [];
  const isOwn = (pipeline: Pipeline): boolean =>
    pipeline.file === service.definedIn.file || worksOf(pipeline).some(({ work }) => isAbout(work, service));
  return [first, ...others].some(isOwn) ? [{ name, pipelines: [first, ...others] }] : [];
}

/** Pipelines that deploy to try it out, by where they are kept and how they are called. */
const ofTrials = /(^|\/)(experimental|experiments?|playground|sandbox|scratch)\/|(^|[-_./])tests?\.(ya?ml|json)$/i;

/** The first work of a service's pipelines that ships that service, to where somebody uses it; one that stands in a pipeline itself before one of a script that it calls. */
export function shippingOf({ pipelines }: PipelinesOfService, service: Service, facts: Facts): PlacedWork | undefined {
  const { isAbout } = facts.pipelines();
  const used = pipelines.filter(({ file }) => !ofTrials.test(file));
  const ships = used.flatMap((pipeline) =>
    worksOf(pipeline)
      .filter((placed) => isShipping(placed) && !isTrial(placed) && isAbout(placed.work, service))
      .map((placed) => ({ ...placed, isOwn: placed.work.place.file === pipeline.file })),
  );
  return ships.find(({ isOwn }) => isOwn) ?? ships[0];
}

/** Judges whether the pipelines of a service do what is looked for; `severity` where one of them ships it, else an improvement. */
export function judgePurpose(
  subject: PipelinesOfService,
  { purposes, words, does, lacks = `No pipeline ${does}.` }: Wanted,
  service: Service,
  facts: Facts,
  severity: Severity,
): Judgement {
  const { pipelines } = subject;
  const doing = (pipeline: Pipeline): PlacedWork[] =>
    worksOf(pipeline).filter((placed) => purposes.includes(placed.work.purpose) && concernsPython(placed));
  const found = pipelines.flatMap(doing);
  const sure = found.find(({ work }) => isConfirmed(facts.catalogue, work.tool));
  if (sure !== undefined) return pass(`A pipeline ${does}.`, evidence(sure.work.place, sure.work.text));
  const [guessed] = found;
  if (guessed !== undefined) {
    const text = `${guessed.work.tool} seems to be what ${does}; no page of its own was read for that.`;
    return unknown('not-in-catalogue', text, evidence(guessed.work.place, guessed.work.text, 'guessed'));
  }
  const { all, unread, isUnbound } = facts.pipelines();
  const [other] = unread;
  if (other !== undefined) {
    const text = `${other.file} of ${other.system} is not read: it may be what ${does}.`;
    return unknown('unsupported-construct', text, evidence(startOf(other.file), other.system, 'guessed'));
  }
  const [elsewhere] = all.filter(isUnbound).flatMap(doing);
  if (elsewhere !== undefined) {
    const text = `It cannot be told what ${elsewhere.work.text} is about: it may be what ${does}.`;
    return unknown('conflicting-evidence', text, evidence(elsewhere.work.place, elsewhere.work.text, 'guessed'));
  }
  const [doubt] = [...pipelines, ...all.filter(isUnbound)].flatMap((pipeline) => doubtsIn(pipeline, words));
  if (doubt !== undefined) {
    const text = `${doubt.text.split('\n', 1)[0]} is not followed: it may be what ${does}.`;
    return unknown(doubt.reason, text, evidence(doubt.place, doubt.text, 'guessed'));
  }
  const shipping = shippingOf(subject, service, facts)?.work;
  const place = shipping === undefined ? shownAt(subject, service, facts) : evidence(shipping.place, shipping.text);
  return fail(lacks, [place], { severity: shipping === undefined ? 'improvement' : severity });
}

/** Where the first pipeline begins that does something with the service itself. */
function shownAt({ pipelines }: PipelinesOfService, service: Service, facts: Facts): Evidence {
  const { isAbout } = facts.pipelines();
  const own = pipelines.filter((pipeline) => worksOf(pipeline).some(({ work }) => isAbout(work, service)));
  const { file, name } = own.find((one) => !ofTrials.test(one.file)) ?? own[0] ?? pipelines[0];
  return evidence(startOf(file), name ?? file);
}
