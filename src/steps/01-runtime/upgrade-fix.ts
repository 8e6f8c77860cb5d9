import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { RuntimePlatform } from '../../catalogue/dataset.ts';
import { runtimeLifeCycles } from '../../catalogue/life-cycle.ts';
import type { Day } from '../../evidence/day.ts';
import type { Evidence } from '../../evidence/evidence.ts';
import type { Fix } from '../judgement.ts';

/**
 * Writes the newest supported runtime of the platform where `statement` stands; undefined where the platform has none.
 * Not safe: another Python can change what the code does.
 */
export function upgradeFix(
  catalogue: Catalogue,
  platform: RuntimePlatform,
  today: Day,
  statement: Evidence,
): Fix | undefined {
  const supported = runtimeLifeCycles(catalogue, platform).filter(
    (runtime) => runtime.released && runtime.milestones.every((milestone) => milestone.day > today),
  );
  const newest = supported.at(-1);
  if (newest === undefined) return undefined;
  const isLiteral = statement.how === 'literal';
  return {
    title: `Move to ${newest.id}, after running the tests on Python ${newest.python}.`,
    safe: false,
    intents: isLiteral ? [{ kind: 'replace', place: statement, value: newest.id }] : [],
  };
}
