import { type Catalogue, openCatalogue } from '../catalogue/catalogue.ts';
import type { SkillFact } from '../catalogue/market/skill.ts';
import { isAsStrong } from '../catalogue/market/strength.ts';
import { byCodeUnits } from '../evidence/order.ts';
import type {
  AdJson,
  AskedSkillJson,
  DemandJson,
  JobDocument,
  MarketFigureJson,
  QuoteJson,
  ShownState,
} from '../report/documents/job.ts';
import type { SkillJson, SkillsDocument } from '../report/documents/skills.ts';
import type { FileContent } from '../repository/repository.ts';
import { type Job, readJob } from '../skills/job/job.ts';
import { decode } from '../skills/job/reading/decode.ts';
import type { MappedText } from '../skills/job/reading/mapped-text.ts';
import { Lines } from '../syntax/lines.ts';
import type { NamedRepository, SkillsRequest } from './skills.ts';

/** An advertisement as it was named, and what was read there. */
export interface NamedAd {
  readonly file: string;
  readonly content: FileContent;
}

/**
 * What advertisements ask for, skill by skill with the words that ask for it, and what repositories show of that. An
 * advertisement that cannot be read is among `unreadable`, and so is what could not be read of the repositories.
 * @throws ConfigurationError for a repository with a broken configuration.
 */
export async function readJobs(
  ads: readonly NamedAd[],
  against: readonly NamedRepository[] = [],
  request: SkillsRequest = {},
): Promise<JobDocument> {
  const catalogue = request.catalogue ?? openCatalogue();
  const unreadable: JobDocument['unreadable'][number][] = [];
  const shown = against.length === 0 ? undefined : await shownBy(against, { ...request, catalogue });
  const seen = shown && new Shown(shown, catalogue);
  const names = skillsById(catalogue);
  const read = ads.flatMap(({ file, content }): AdJson[] => {
    const decoded = content.ok ? decode(content.bytes) : content;
    if (!decoded.ok) {
      unreadable.push({ file, line: 1, reason: decoded.message });
      return [];
    }
    return [adJson(file, decoded.text, readJob(decoded.text, catalogue), names, seen)];
  });
  return {
    schemaVersion: 1,
    ads: read,
    against: against.map(({ root }) => root),
    demand: demandOf(read),
    market: marketFigures(catalogue),
    unreadable: [
      ...unreadable,
      ...(shown?.unreadable ?? []).map((fault) => ({ root: against[0]?.root ?? '.', ...fault })),
    ],
  };
}

function adJson(
  file: string,
  text: string,
  { title, language, whole, skills, refused, notUnderstood }: Job,
  names: ReadonlyMap<string, SkillFact>,
  seen: Shown | undefined,
): AdJson {
  const lines = new Lines(text);
  const quote = (words: MappedText): QuoteJson => {
    const { line, column } = lines.position(words.origin(0));
    return { line, column, text: words.text };
  };
  const nameOf = (id: string): string => names.get(id)?.name ?? id;
  return {
    file,
    title: title?.text ?? null,
    language,
    whole,
    skills: skills.map(({ id, level, alternative, metBy, quotes }): AskedSkillJson => {
      return {
        id,
        name: nameOf(id),
        level: level === 'nice' ? 'nice-to-have' : 'required',
        alternative,
        metBy,
        quotes: quotes.map(quote),
        ...(seen?.of(id) ?? unknown),
      };
    }),
    notAsked: refused.map(({ id, why, quotes }) => ({ id, name: nameOf(id), why, quotes: quotes.map(quote) })),
    notUnderstood: notUnderstood.map((words) => ({ line: quote(words).line, text: words.text })),
  };
}

async function shownBy(against: readonly NamedRepository[], request: SkillsRequest): Promise<SkillsDocument> {
  const { showSkills } = await import('./skills.ts'); // reads repositories, which an advertisement alone does not need
  return showSkills(against, request);
}

type Standing = Pick<AskedSkillJson, 'shown' | 'strength' | 'place' | 'root' | 'by'>;

const unknown: Standing = { shown: null, strength: null, place: null, root: null, by: null };

function skillsById(catalogue: Catalogue): ReadonlyMap<string, SkillFact> {
  return new Map(catalogue.load('market/skills').facts.map((skill) => [skill.id, skill]));
}

/** What repositories show, asked skill by skill. */
class Shown {
  readonly #skills: ReadonlyMap<string, SkillJson>;
  readonly #facts: ReadonlyMap<string, SkillFact>;
  readonly #habits: ReadonlySet<string>;
  readonly #root: string;

  constructor(document: SkillsDocument, catalogue: Catalogue) {
    this.#skills = new Map(document.skills.map((skill) => [skill.id, skill]));
    this.#facts = skillsById(catalogue);
    this.#root = document.roots[0] ?? '.';
    const words = catalogue.load('market/skill-words').facts;
    this.#habits = new Set(words.filter(({ habit }) => habit === true).map(({ id }) => id));
  }

  /** Shown where code uses it; partly where it is only declared or imported, or a relative of it is used. */
  of(id: string): Standing {
    const own = this.#skills.get(id);
    if (own !== undefined) return this.#standing(own, isAsStrong(own.strength, 'exercised') ? 'shown' : 'partly', null);
    const relative = this.#relatives(id)
      .map((other) => this.#skills.get(other))
      .find((skill) => skill !== undefined && isAsStrong(skill.strength, 'exercised'));
    if (relative !== undefined) return this.#standing(relative, 'partly', relative.name);
    return this.#habits.has(id) ? unknown : { ...unknown, shown: 'not-seen' };
  }

  #standing({ strength, evidence: [best] }: SkillJson, shown: ShownState, by: string | null): Standing {
    if (best === undefined) return { ...unknown, shown, strength, by };
    return { shown, strength, place: `${best.file}:${best.line}`, root: best.root ?? this.#root, by };
  }

  /** The skills that it belongs to, and those that belong to the same or to itself; a provider makes nothing related. */
  #relatives(id: string): string[] {
    const broader = (this.#facts.get(id)?.broader ?? []).filter((one) => !providers.has(one));
    const others = [...this.#facts.values()].filter(
      (fact) => fact.id !== id && fact.broader.some((one) => one === id || broader.includes(one)),
    );
    return [...broader, ...others.map((fact) => fact.id)];
  }
}

const providers = new Set(['aws', 'azure', 'gcp']);

function demandOf(ads: readonly AdJson[]): DemandJson[] {
  const byId = Map.groupBy(
    ads.flatMap(({ skills }) => skills.filter(({ metBy }) => metBy === null)),
    ({ id }) => id,
  );
  const demand = [...byId].map(([id, asked]): DemandJson => {
    const required = asked.filter(({ level }) => level === 'required').length;
    return { id, name: asked[0]?.name ?? id, ads: asked.length, required, shown: asked[0]?.shown ?? null };
  });
  return demand.sort((a, b) => b.ads - a.ads || b.required - a.required || byCodeUnits(a.id, b.id));
}

function marketFigures(catalogue: Catalogue): MarketFigureJson[] {
  const { facts, sources } = catalogue.load('market/shares');
  return facts.flatMap(({ topic, among, year, name, skill, percent, confirmed = true, source: keys }) => {
    const source = sources[[keys].flat()[0] ?? ''];
    return source === undefined ? [] : [{ topic, among, year, name, skill, percent, confirmed, source }];
  });
}
