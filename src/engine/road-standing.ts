import { libraryRoles } from '../catalogue/library-roles.ts';
import { type Evidence, evidence } from '../evidence/evidence.ts';
import { lazy } from '../evidence/lazy.ts';
import { startOf } from '../evidence/place.ts';
import type { Finding, ReportEvidence } from '../report/report.ts';
import type { Repository } from '../repository/repository.ts';
import { referencesIn } from '../services/bind/values-at.ts';
import type { Service, Variable } from '../services/service.ts';
import { secretName } from '../skills/road/secret-settings.ts';
import type { CalledPath, CheckVerdict, Standing } from '../skills/road/standing.ts';
import type { Facts } from '../steps/facts.ts';
import type { Surroundings } from './road-surroundings.ts';

/** What the facts of a run say of a service, as the road asks for it; `findings` are what the checks said of it and of the repository, `beside` the variables that compose files and the like give it. */
export function standingOf(
  service: Service,
  findings: readonly Finding[],
  { facts, repository }: { readonly facts: Facts; readonly repository: Repository },
  around: Surroundings,
  beside: readonly Variable[],
): Standing {
  const { definition, definedIn } = service;
  const stack = definition?.stack;
  const own = stack === undefined ? [] : [...stack.resources.values()];
  const code = facts.code(service);
  const roles = libraryRoles(facts.catalogue);
  const imports = lazy(() => service.importsOf(roles.roots()));
  const pipelines = lazy(() => facts.pipelines().of(service));
  const itself =
    definition === null
      ? evidence(definedIn, definedIn.file)
      : evidence(definition.resource.key, `${definition.resource.type} ${definition.resource.id}`);
  const nearPipelines = lazy(() => facts.pipelines().all.filter(({ file }) => around.isNear(service, file)));
  const near = lazy(() => around.resources(service));
  return {
    service,
    itself,
    own,
    near,
    everywhere: around.everywhere,
    verdicts: (checks) => verdictsOf(findings, checks),
    libraries: (...asked) =>
      imports().imports.filter(({ path }) => roles.of(path).some((role) => asked.includes(role))),
    unread: () => imports().unread,
    calls: (packages, needles) =>
      code
        .calls({ packages, needles })
        .filter((call) => !call.isMain && code.isCalled(call))
        .map(
          (call): CalledPath => ({
            path: call.path,
            positional: call.positional.map(({ value }) => value),
            keywords: new Map([...call.keywords].map(([name, { value }]) => [name, value])),
            evidence: evidence(call.place, call.text),
          }),
        ),
    start: () => {
      const entry = service.entryPoints.find(({ found }) => found);
      if (entry?.found === true) return entry.definition;
      const file = code.holding(['import ']);
      return file === undefined ? itself : evidence(startOf(file), file);
    },
    get environment() {
      return [...service.environment, ...beside];
    },
    loadsFiles: () => code.environment().loads,
    holding: (texts, packages) => code.holding(texts, packages),
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
    nearPipelines,
    namedBy: () => {
      const id = definition?.resource.id;
      return own.filter((one) => referencesIn(one.properties).some(({ resource }) => resource === id));
    },
    otherPipelines: () => otherPipelines(service, facts),
    alarms: () => (stack === undefined ? [] : facts.alarms(stack).own),
    unreadInfrastructure: () => {
      const file = definition === null ? around.unread(service) : undefined;
      return file === undefined ? null : evidence(startOf(file), file);
    },
    unreadApp: () => around.app(service),
    files: (name) => around.files(service, name),
    filesAnywhere: around.filesAnywhere,
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
      const { verdict, severity, message, evidence: shown, at } = finding;
      const first: ReportEvidence | undefined =
        shown.find((one) => one.line === at?.line && one.file === at.file) ?? shown[0];
      return [{ check, verdict, severity, message, at: first ?? null }];
    }),
  );
}

function otherPipelines(service: Service, facts: Facts): Evidence[] {
  const { unread, declared } = facts.pipelines();
  return [...unread.map(({ file, system }) => evidence(startOf(file), system)), ...declared(service)];
}
