import type { Case } from './cases.ts';

/** How the actions that something names for some functions stand between what they must and what they may have. */
export interface Score {
  readonly floor: number;
  readonly found: number;
  readonly named: number;
  readonly within: number;
  readonly withFloor: number;
  /** Functions with a floor that miss nothing and name nothing outside. */
  readonly right: number;
}

/** What the platform does in the name of a function is left out on both sides. */
const background =
  /^(?:logs:(?:CreateLogGroup|CreateLogStream|PutLogEvents)|xray:\w+|ec2:\w*(?:NetworkInterfaces?|PrivateIpAddresses))$/i;

/** Scores the actions that were named for each case. */
export function score(cases: readonly Case[], named: (one: Case) => ReadonlySet<string>): Score {
  const total = { floor: 0, found: 0, named: 0, within: 0, withFloor: 0, right: 0 };
  for (const one of cases) {
    const actions = [...named(one)].filter((action) => !background.test(action));
    const floor = one.gold_lower.filter((action) => !background.test(action));
    const found = floor.filter((action) => isMet(action, actions));
    const within = actions.filter((action) =>
      [...one.gold_upper, ...one.declared_actions].some((by) => covers(by, action)),
    );
    total.floor += floor.length;
    total.found += found.length;
    total.named += actions.length;
    total.within += within.length;
    if (floor.length === 0) continue;
    total.withFloor += 1;
    if (found.length === floor.length && within.length === actions.length) total.right += 1;
  }
  return total;
}

/** A batch writer puts and deletes through one action of another name, which a text search does not know. */
function isMet(action: string, actions: readonly string[]): boolean {
  if (actions.some((one) => covers(one, action))) return true;
  return /^dynamodb:(?:Put|Delete)Item$/.test(action) && actions.includes('dynamodb:BatchWriteItem');
}

function covers(pattern: string, action: string): boolean {
  const escaped = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${escaped}$`, 'i').test(action);
}
