import type { Override, Scoped, Settings } from '../configuration/settings.ts';
import { didYouMean } from '../evidence/nearest.ts';
import type { Severity } from '../evidence/vocabulary.ts';
import type { Finding } from '../report/report.ts';
import type { Threshold } from '../report/state.ts';
import { pathMatcher } from '../repository/path-patterns.ts';
import type { Check } from '../steps/define.ts';
import { hostFile } from './host-file.ts';
import type { CheckRequest } from './request.ts';
import { isNamed, isSelected, type Named, type Selection } from './selection.ts';

/** What holds for one finding. */
export interface Rule extends Threshold {
  readonly selection: Selection;
  /** The least severity that is shown. */
  readonly severity: Severity | undefined;
}

/** What holds for which finding, by flags and configuration. */
export interface Rules {
  /** What holds where no override does. */
  readonly usual: Rule;
  /** True if the check is to be run, for some place or service at least. */
  runs(check: Check): boolean;
  /** What holds for a finding of a service; null for one of the repository. */
  of(finding: Finding, service: Named | null): Rule;
}

/** Flags win over overrides, a later override over an earlier one, and any over what holds for all. `skip` adds up. */
export function openRules(settings: Settings, request: CheckRequest): Rules {
  const scopes = settings.overrides.map((override) => ({ override, holds: scopeOf(override) }));
  const ruleOf = (overrides: readonly Scoped[]): Rule => mergedRule([settings, ...overrides], request);
  const usual = ruleOf([]);
  const rules = [usual, ...settings.overrides.map((override) => ruleOf([override]))];
  return {
    usual,
    runs: (check) => rules.some(({ selection }) => isSelected(check, selection)),
    of: (finding, service) => {
      const holding = scopes.filter(({ holds }) => holds(finding, service));
      return holding.length === 0 ? usual : ruleOf(holding.map(({ override }) => override));
    },
  };
}

function mergedRule(layers: readonly Scoped[], request: CheckRequest): Rule {
  const last = <Key extends keyof Scoped>(key: Key): Scoped[Key] | undefined =>
    layers.findLast((layer) => layer[key] !== undefined)?.[key];
  const { steps, only, skip = [] } = request;
  const asked = steps !== undefined || only !== undefined;
  const skipped = layers.flatMap((layer) => layer.skip ?? []).filter((id) => only?.includes(id) !== true);
  return {
    failOn: request.failOn ?? last('failOn') ?? 'risk',
    strict: request.strict ?? last('strict') ?? false,
    severity: request.severity ?? last('severity'),
    selection: {
      steps: steps ?? (asked ? [] : (last('steps') ?? [])),
      only: only ?? (asked ? [] : (last('only') ?? [])),
      skip: [...skip, ...skipped],
    },
  };
}

/** A finding without a place stands where its service is defined. */
function scopeOf({ paths, services }: Override): (finding: Finding, service: Named | null) => boolean {
  const [fits, named] = [pathMatcher(paths), isNamed(services)];
  return (finding, service) => {
    if (services.length > 0 && (service === null || !named(service))) return false;
    if (paths.length === 0) return true;
    const file = finding.at?.file ?? service?.id;
    return file !== undefined && fits(hostFile(file));
  };
}

/** What is odd about settings, as sentences: their own notes, and overrides that name what is no file, or no service. */
export function idleOverrides(settings: Settings, files: readonly string[], services: readonly Named[]): string[] {
  const named = settings.overrides.flatMap(({ paths, services: wanted, place }) => {
    const where = `${place.file}:${place.line}: the override names`;
    const path = paths.find((pattern) => !pattern.startsWith('!') && !files.some(pathMatcher([pattern])));
    if (path !== undefined) return [`${where} ${path}, which matches no file.`];
    const name = wanted.find((pattern) => !services.some(isNamed([pattern])));
    const names = services.flatMap((service) => [service.id, service.name]);
    return name === undefined ? [] : [`${where} ${name}, which is no service.${didYouMean(name, new Set(names))}`];
  });
  return [...settings.notes, ...named];
}
