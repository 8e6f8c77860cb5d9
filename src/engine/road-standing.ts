import { type Evidence, evidence } from '../evidence/evidence.ts';
import { lazy } from '../evidence/lazy.ts';
import { startOf } from '../evidence/place.ts';
import type { Resource, Stack } from '../infrastructure/model/resource.ts';
import type { Finding, ReportEvidence } from '../report/report.ts';
import { folderOf, isBelow } from '../repository/paths.ts';
import type { Repository } from '../repository/repository.ts';
import { isApart, isTestFile } from '../services/discover/apart.ts';
import type { Service } from '../services/service.ts';
import { libraryRoots } from '../skills/road/libraries.ts';
import type { AppText } from '../skills/road/named-constructs.ts';
import { secretName } from '../skills/road/rung-5-observability.ts';
import type { CalledPath, CheckVerdict, Standing } from '../skills/road/standing.ts';
import type { Facts } from '../steps/facts.ts';

/** What the facts of a run say of a service, as the road asks for it; `findings` are what the checks said of it and of the repository. */
export function standingOf(
  service: Service,
  findings: readonly Finding[],
  { facts, stacks, repository }: { facts: Facts; stacks: readonly Stack[]; repository: Repository },
): Standing {
  const { definition, codeRoot, definedIn } = service;
  const stack = definition?.stack;
  const own = stack === undefined ? [] : [...stack.resources.values()];
  const code = facts.code(service);
  const imports = lazy(() => service.importsOf(libraryRoots));
  const pipelines = lazy(() => facts.pipelines().of(service));
  const itself =
    definition === null
      ? evidence(definedIn, definedIn.file)
      : evidence(definition.resource.key, `${definition.resource.type} ${definition.resource.id}`);
  const near = lazy(() =>
    stacks
      .filter((other) => other !== stack && !isApart(other.file) && isNear(other.file, definedIn.file, codeRoot))
      .flatMap(({ resources }): Resource[] => [...resources.values()]),
  );
  const unread = lazy(() =>
    definition === null ? facts.paths.find((path) => isUnread(path, service, repository)) : undefined,
  );
  return {
    service,
    itself,
    own,
    near,
    verdicts: (checks) => verdictsOf(findings, checks),
    imports: () => imports().imports,
    unread: () => imports().unread,
    calls: (packages, needles) =>
      code
        .calls({ packages, needles })
        .filter((call) => !call.isMain && code.isCalled(call))
        .map(
          (call): CalledPath => ({
            path: call.path,
            positional: call.positional.map(({ value }) => value),
            keywords: new Set(call.keywords.keys()),
            evidence: evidence(call.place, call.text),
          }),
        ),
    holding: (texts) => code.holding(texts),
    secretVariable: () => {
      const read = code.environment().reads.find(({ name }) => secretName.test(name));
      return read && evidence(read.place, read.text);
    },
    pipelines,
    works: () => {
      const { isAbout } = facts.pipelines();
      return pipelines().flatMap(({ jobs }) =>
        jobs.flatMap(({ steps }) => steps.flatMap(({ works }) => works.filter((work) => isAbout(work, service)))),
      );
    },
    otherPipelines: () => otherPipelines(service, facts),
    alarms: () => {
      if (stack === undefined) return [];
      const { own: its, near: others } = facts.alarms(stack);
      return [...its, ...others];
    },
    unreadInfrastructure: () => {
      const file = unread();
      return file === undefined ? null : evidence(startOf(file), file);
    },
    unreadApp: lazy(() => appTexts(unread(), repository)),
    paths: facts.paths,
    text: (file) => {
      const content = repository.readText(file);
      return content.ok ? content.text : null;
    },
  };
}

function verdictsOf(findings: readonly Finding[], checks: readonly string[]): CheckVerdict[] {
  return checks.flatMap((check) =>
    findings.flatMap((finding): CheckVerdict[] => {
      if (finding.check !== check || finding.suppressed !== null) return [];
      const { verdict, message, evidence: shown, at } = finding;
      const first: ReportEvidence | undefined =
        shown.find((one) => one.line === at?.line && one.file === at.file) ?? shown[0];
      return [{ check, verdict, message, at: first ?? null }];
    }),
  );
}

/** Folders in which a repository keeps what is about all of it. */
const shared =
  /^(infra(structure)?|deploy(ment|ments)?|terraform|cdk|iac|ops|devops|monitoring|observability|provisioning|setup)$/i;

/** True for a stack that may be about a service: at the root, among what is shared, or in the same project. */
function isNear(file: string, definedIn: string, codeRoot: string | null): boolean {
  const [first = ''] = file.split('/');
  if (!file.includes('/') || shared.test(first)) return true;
  return first === definedIn.split('/')[0] || first === codeRoot?.split('/')[0];
}

/** Files of infrastructure code in languages that are not read. */
const unreadDefinitions = /(^|\/)(cdk\.json|cdktf\.json|Pulumi\.ya?ml|sst\.config\.\w+|ansible\.cfg|playbook\.ya?ml)$/;

/** True for infrastructure code that may define a service and is not read; an app of the CDK in Python is read. */
function isUnread(path: string, { definedIn, codeRoot }: Service, repository: Repository): boolean {
  if (!unreadDefinitions.test(path) || isApart(path) || !isNear(path, definedIn.file, codeRoot)) return false;
  const content = repository.readText(path);
  return !path.endsWith('cdk.json') || !content.ok || !/"app"\s*:\s*"[^"]*python/.test(content.text);
}

/** A bound for what is read of an app. */
const mostFiles = 300;

/** The texts of an app of the CDK in TypeScript or JavaScript, without its tests; empty for everything else. */
function appTexts(file: string | undefined, repository: Repository): AppText[] {
  if (file === undefined || !file.endsWith('cdk.json')) return [];
  const folder = folderOf(file);
  return repository.files
    .filter(
      (one) => /(?<!\.d|\.test|\.spec)\.[jt]s$/.test(one) && isBelow(one, folder) && !isTestFile(one) && !isApart(one),
    )
    .slice(0, mostFiles)
    .flatMap((one) => {
      const content = repository.readText(one);
      return content.ok && content.text.includes('aws-cdk') ? [{ file: one, text: content.text }] : [];
    });
}

function otherPipelines(service: Service, facts: Facts): Evidence[] {
  const { unread, declared } = facts.pipelines();
  return [...unread.map(({ file, system }) => evidence(startOf(file), system)), ...declared(service)];
}
