import { type Evidence, evidence } from '../evidence/evidence.ts';
import { lazy } from '../evidence/lazy.ts';
import { startOf } from '../evidence/place.ts';
import type { Stack } from '../infrastructure/model/resource.ts';
import type { Pipeline, Work } from '../pipelines/model.ts';
import { readPipelines } from '../pipelines/read-pipelines.ts';
import type { Repository } from '../repository/repository.ts';
import { pipelinesOf, scopedPipelines, worksAbout } from '../services/bind/pipelines/bind-pipelines.ts';
import { unitTests } from '../services/bind/unit-tests.ts';
import type { Unit } from '../services/discover/unit.ts';
import type { Workspace } from '../services/workspace.ts';
import type { PipelineFacts } from '../steps/facts.ts';
import { Lines } from '../syntax/lines.ts';
import { analysedByHand } from './scripts-by-hand.ts';

/** The facts on pipelines for the checks; they are read when somebody first asks. */
export function servicePipelines(units: readonly Unit[], workspace: Workspace): () => PipelineFacts {
  return lazy(() => readFacts(units, workspace));
}

function readFacts(units: readonly Unit[], { repository, catalogue, stacks }: Workspace): PipelineFacts {
  const { pipelines, unread } = readPipelines(repository, catalogue);
  const scoped = scopedPipelines(pipelines, repository);
  const aboutCode = scoped.filter(({ reaches }) => reaches.length > 0).map(({ pipeline }) => pipeline);
  // Where the whole repository is one unit, whatever is about Python is about that one.
  const isWhole = ({ code }: Unit): boolean => units.length === 1 && code.kind === 'folder' && code.folder === '.';
  const bound = new Map(units.map((unit) => [unit.id, isWhole(unit) ? aboutCode : pipelinesOf(unit, scoped)]));
  const works = new Map<string, ReadonlySet<Work>>();
  const worksOf = (unit: Unit): ReadonlySet<Work> =>
    new Set(
      isWhole(unit)
        ? aboutCode.flatMap(({ jobs }) => jobs.flatMap(({ steps }) => steps.flatMap((step) => step.works)))
        : worksAbout(unit, scoped),
    );
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const tests = lazy(() => unitTests(units, repository));
  const concerned = new Set<Pipeline>([...bound.values()].flat());
  const declared = lazy(() => [...resourcesIn(stacks), ...filesNamed(repository)]);
  return {
    all: pipelines,
    unread,
    of: (service) => bound.get(service.id) ?? [],
    isAbout: (work, { id }) => {
      const unit = byId.get(id);
      let its = works.get(id);
      if (its === undefined) works.set(id, (its = unit === undefined ? new Set() : worksOf(unit)));
      return its.has(work);
    },
    testsOf: ({ id }) => {
      const unit = byId.get(id);
      return unit === undefined ? null : tests().of(unit);
    },
    silencedTests: ({ file }) => silencedIn(file, repository),
    analysedByHand: ({ definedIn }) => analysedByHand(definedIn.file, repository),
    isUnbound: (pipeline) => !concerned.has(pipeline),
    watchers: watchersIn(repository),
    declared: ({ definedIn, codeRoot }) =>
      declared().filter(
        ({ file }) => isNear(file, definedIn.file) || (codeRoot !== null && isNear(file, `${codeRoot}/.`)),
      ),
  };
}

/** A comment of a YAML file or a script that holds a command for tests: `#- python -m pytest tests`. */
const silenced =
  /^[ \t]*#[ \t#-]*((run|script|command)s?:)?[ \t-]*((python3?[ \t]+-m|uv run|poetry run)[ \t]+)?(pytest|unittest|nose2?|tox)\b.*$/m;

function silencedIn(file: string, repository: Repository): Evidence | null {
  const content = repository.readText(file);
  const found = content.ok ? silenced.exec(content.text) : null;
  if (!content.ok || found === null) return null;
  const range = new Lines(content.text).range(found.index, found.index + found[0].length);
  return evidence({ file, ...range }, found[0].trim());
}

/** Types of resources that build and deploy what is pushed. */
const runsPipelines =
  /^(AWS::(CodePipeline::Pipeline|CodeBuild::Project)|aws_(codepipeline|codebuild_project)|google_cloudbuild_trigger|Microsoft\.Web\/sites\/sourcecontrols)$/;

function resourcesIn(stacks: readonly Stack[]): Evidence[] {
  return stacks.flatMap(({ resources }) =>
    [...resources.values()].flatMap(({ type, id, key }) =>
      runsPipelines.test(type) ? [evidence(key, `${id} (${type})`)] : [],
    ),
  );
}

/** Files whose name says that they define a pipeline, in languages that are not read for that. */
function filesNamed(repository: Repository): Evidence[] {
  return repository.files
    .filter((file) => /(^|\/)[^/]*(pipeline|ci-?cd)[^/]*(\/[^/]*)?\.(ts|js|py|tf|ya?ml|json|sh)$/i.test(file))
    .map((file) => evidence(startOf(file), file, 'guessed'));
}

/** Folders in which a repository keeps what is about all of it. */
const shared =
  /^(\..*|infra(structure)?|deploy(ment|ments)?|ci|cd|ci-?cd|pipelines?|cloudformation|terraform|cdk|iac|build|ops|devops|tools?|scripts?|source|src)$/i;

/** True where a file may speak of another: it stands at the root or among what is shared, or in the same project. */
function isNear(file: string, other: string): boolean {
  const [a, b] = [file.split('/'), other.split('/')];
  const [first = ''] = a;
  if (a.length === 1 || shared.test(first)) return true;
  return first === b[0] && (a.length === 2 || a[1] === b[1]);
}

/** Files that set up what watches dependencies, and the text that one has to hold for Python. */
const watching: readonly (readonly [RegExp, RegExp | null])[] = [
  [/^\.github\/dependabot\.ya?ml$/, /package-ecosystem["']?\s*:\s*["']?(pip|uv)\b/],
  [/^(\.github\/|\.gitlab\/)?(renovate\.json5?|\.renovaterc(\.json5?)?)$/, null],
  [/^\.snyk$/, null],
];

function watchersIn(repository: Repository): Evidence[] {
  return repository.files.flatMap((file) => {
    const rule = watching.find(([name]) => name.test(file));
    if (rule === undefined) return [];
    const [, holds] = rule;
    const content = holds === null ? null : repository.readText(file);
    const found = content === null || (content.ok && holds?.test(content.text) === true);
    return found ? [evidence(startOf(file), file)] : [];
  });
}
