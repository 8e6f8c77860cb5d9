import type { Day } from '../evidence/day.ts';
import type { Catalogue } from './catalogue.ts';
import type { FactBase, RuntimePlatform, RuntimeState } from './dataset.ts';

/** What a platform does to a runtime on a day. */
export type MilestoneKind = 'deprecated' | 'creation-blocked' | 'update-blocked';

export interface Milestone {
  readonly kind: MilestoneKind;
  readonly day: Day;
}

/** A managed runtime with what its platform has announced for it, in order of time. */
export interface RuntimeLifeCycle {
  readonly id: string;
  readonly platform: RuntimePlatform;
  readonly python: string;
  /** Released for production use: neither in preview nor missing from the platform. */
  readonly released: boolean;
  readonly milestones: readonly Milestone[];
  /** The page that states the days. */
  readonly source: { readonly title: string; readonly url: string; readonly read: Day };
}

/** The platform's name as its provider writes it. */
export const platformTitles: Readonly<Record<RuntimePlatform, string>> = {
  'aws-lambda': 'Lambda',
  'azure-functions': 'Azure Functions',
  'cloud-run-functions': 'Cloud Run functions',
};

/** The life cycle of a runtime (`python3.12` on Lambda), or undefined if the catalogue does not know it. */
export function runtimeLifeCycle(
  catalogue: Catalogue,
  platform: RuntimePlatform,
  id: string,
): RuntimeLifeCycle | undefined {
  return runtimeLifeCycles(catalogue, platform).find((runtime) => runtime.id === id);
}

/** Every Python runtime of a platform, as the catalogue has them. */
export function runtimeLifeCycles(catalogue: Catalogue, platform: RuntimePlatform): RuntimeLifeCycle[] {
  switch (platform) {
    case 'aws-lambda': {
      const { facts, sources } = catalogue.load('aws/lambda-runtimes');
      return facts.map((fact) =>
        lifeCycle(platform, fact, sources, {
          deprecated: fact.deprecation,
          'creation-blocked': fact.blockCreate,
          'update-blocked': fact.blockUpdate,
        }),
      );
    }
    case 'azure-functions': {
      const { facts, sources } = catalogue.load('azure/functions-runtimes');
      return facts.map((fact) => lifeCycle(platform, fact, sources, { deprecated: fact.supportEnd }));
    }
    case 'cloud-run-functions': {
      const { facts, sources } = catalogue.load('gcp/run-functions-runtimes');
      return facts.map((fact) =>
        lifeCycle(platform, fact, sources, {
          deprecated: fact.deprecation,
          'creation-blocked': fact.decommission,
          'update-blocked': fact.decommission,
        }),
      );
    }
  }
}

function lifeCycle(
  platform: RuntimePlatform,
  fact: FactBase & { readonly python: string; readonly state: RuntimeState },
  sources: Readonly<Record<string, RuntimeLifeCycle['source']>>,
  days: Partial<Record<MilestoneKind, Day | null>>,
): RuntimeLifeCycle {
  const key = typeof fact.source === 'string' ? fact.source : (fact.source[0] ?? '');
  const source = sources[key];
  if (source === undefined) throw new Error(`${platform} ${fact.id}: no source ${key}`);
  const milestones = (Object.entries(days) as [MilestoneKind, Day | null][])
    .flatMap(([kind, day]) => (day === null ? [] : [{ kind, day }]))
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  const released = fact.state !== 'preview' && fact.state !== 'absent';
  return { id: fact.id, platform, python: fact.python, released, milestones, source };
}
