import { type Catalogue, openCatalogue } from '../catalogue/catalogue.ts';
import { loadSettings } from '../configuration/load.ts';
import { UsageError } from '../evidence/errors.ts';
import { byCodeUnits } from '../evidence/order.ts';
import { readPipelines } from '../pipelines/read-pipelines.ts';
import type { SkillEvidenceJson, SkillJson, SkillsDocument } from '../report/documents/skills.ts';
import { maskSecret } from '../report/mask.ts';
import type { Unreadable } from '../report/report.ts';
import { excludeFiles } from '../repository/exclude.ts';
import type { Repository } from '../repository/repository.ts';
import { scopedPipelines } from '../services/bind/pipelines/bind-pipelines.ts';
import { discoverUnits } from '../services/discover/discover.ts';
import { joinService } from '../services/join.ts';
import { quoted } from '../skills/shown/quote.ts';
import { searchSkills } from '../skills/shown/search.ts';
import type { Seen, Sighting } from '../skills/shown/sighting.ts';
import { openSigns, type Signs } from '../skills/shown/signs.ts';
import { type ShownSkill, unseen, weigh } from '../skills/shown/weigh.ts';
import { checks } from '../steps/registry.ts';
import { parseModule } from '../syntax/python/index.ts';
import { parseToml } from '../syntax/toml/index.ts';
import { memoryCache } from './cache.ts';
import { gather } from './gather.ts';
import { startTimer } from './timer.ts';

/** How to look for skills. */
export interface SkillsRequest {
  readonly catalogue?: Catalogue;
  /** Told how long each phase took. */
  readonly onTiming?: (phase: string, milliseconds: number) => void;
}

/** A repository and the path by which it was named. */
export interface NamedRepository {
  readonly root: string;
  readonly repository: Repository;
}

/**
 * The skills that repositories show together, with the places that show each.
 * @throws ConfigurationError for a broken configuration, UsageError where nothing could be read.
 */
export async function showSkills(
  repositories: readonly NamedRepository[],
  request: SkillsRequest = {},
): Promise<SkillsDocument> {
  const signs = openSigns(request.catalogue ?? openCatalogue());
  const seen: Seen[] = [];
  const unreadable: (Unreadable & { root?: string })[] = [];
  const several = repositories.length > 1;
  for (const { root, repository } of repositories) {
    const found = await searchOne(repository, signs, request);
    seen.push(...(several ? found.seen.map((one) => rooted(one, root)) : found.seen));
    unreadable.push(...found.unreadable.map((fault) => (several ? { root, ...fault } : fault)));
  }
  const [fault] = unreadable;
  if (fault !== undefined && repositories.every((one) => isUnread(one, unreadable, several))) {
    throw new UsageError(`Nothing could be read: ${fault.file}: ${fault.reason}.`);
  }
  const shown = weigh(signs, seen);
  const linesOf = rememberedLines(repositories);
  return {
    schemaVersion: 1,
    roots: repositories.map(({ root }) => root),
    skills: shown.map((one) => skillJson(one, linesOf)).sort((a, b) => byCodeUnits(a.id, b.id)),
    notSeen: unseen(signs, shown).sort(byCodeUnits),
    unreadable,
  };
}

/** True if none of the files of a repository could be read. */
function isUnread(
  { root, repository }: NamedRepository,
  unreadable: readonly (Unreadable & { root?: string })[],
  several: boolean,
): boolean {
  const own = new Set(unreadable.filter((one) => !several || one.root === root).map(({ file }) => file));
  return repository.files.every((file) => own.has(file));
}

function rooted({ sightings, further }: Seen, root: string): Seen {
  return { sightings: sightings.map((one) => ({ ...one, root })), further };
}

async function searchOne(
  repository: Repository,
  signs: Signs,
  request: SkillsRequest,
): Promise<{ seen: Seen[]; unreadable: Unreadable[] }> {
  const timer = startTimer(request.onTiming);
  const catalogue = request.catalogue ?? openCatalogue();
  const ids = checks.map((one) => one.id);
  const readable = excludeFiles(repository, loadSettings(repository, parseToml, ids).exclude);
  const search = searchSkills(readable, signs);
  const { workspace, unreadable } = await gather(readable, catalogue, memoryCache(), undefined, search.onlookers);
  timer.lap('read');
  const pipelines = readPipelines(readable, catalogue);
  const stated = { environment: [], pipelines: scopedPipelines(pipelines.pipelines, readable) };
  const services = (await discoverUnits(workspace)).map((unit) => joinService(unit, workspace, stated));
  timer.lap('services');
  const treeOf = (file: string): ReturnType<typeof parseModule> | undefined => {
    const content = readable.read(file);
    return content.ok ? parseModule(content.bytes) : undefined;
  };
  const seen = search.seen({ workspace, services, pipelines, treeOf });
  timer.lap('skills');
  const folders = readable.unreadable.map(({ file, message }) => ({ file, line: 1, reason: message }));
  const modules = workspace.modules.faults.map(({ file, line, message }) => ({ file, line, reason: message }));
  return {
    seen,
    unreadable: [...folders, ...unreadable, ...modules].sort(
      (a, b) => byCodeUnits(a.file, b.file) || a.line - b.line || byCodeUnits(a.reason, b.reason),
    ),
  };
}

/** Places that are shown for one skill. */
const mostShown = 5;

/** The lines of a file of one of the repositories, told apart by their roots; undefined where it cannot be read. */
type LinesOf = (file: string, root: string | undefined) => readonly string[] | undefined;

function rememberedLines(repositories: readonly NamedRepository[]): LinesOf {
  const known = new Map<string, readonly string[] | undefined>();
  return (file, root) => {
    const key = `${root}\0${file}`;
    if (!known.has(key)) {
      const named = repositories.find((one) => root === undefined || one.root === root);
      const content = named?.repository.readText(file);
      known.set(key, content?.ok === true ? content.text.split('\n') : undefined);
    }
    return known.get(key);
  };
}

function skillJson({ skill, strength, sightings, count, missing }: ShownSkill, linesOf: LinesOf): SkillJson {
  const { id, name, category, roles, depth, value } = skill;
  return {
    id,
    name,
    category,
    strength,
    evidence: sightings.slice(0, mostShown).map((one) => evidenceJson(one, linesOf)),
    evidenceCount: count,
    notSeen: missing,
    roles,
    depth,
    value,
  };
}

function evidenceJson(sighting: Sighting, linesOf: LinesOf): SkillEvidenceJson {
  const { by, strength, root } = sighting;
  const { file, line, column, endLine, text, how } = quoted(sighting, (one) => linesOf(one, root));
  const place = { file, line, column, endLine, text: maskSecret('', text), how, by, strength };
  return root === undefined ? place : { root, ...place };
}
