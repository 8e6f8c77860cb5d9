import { stringOf } from '../../python/values/make.ts';
import { scopesOf } from './construct-path.ts';
import type { Action, Construct, Constructs } from './constructs.ts';
import { convert } from './convert.ts';
import type { Draft } from './draft.ts';
import { termOf } from './terms.ts';
import type { World } from './world.ts';

/** `Tags.of(scope).add(key, value)` tags the scope and what is in it. */
export function addTags(
  constructs: Constructs,
  actions: readonly Action[],
  drafts: ReadonlyMap<Construct, Draft>,
  worldOf: (construct: Construct) => World,
): void {
  for (const { receiver, method, call, site } of actions) {
    const term = termOf(receiver);
    if (method !== 'add' || term?.kind !== 'made' || term.path !== 'Tags.of') continue;
    const scope = term.call.positional(0) ?? term.call.keyword('scope');
    const key = stringOf(call.get(0, 'key'));
    const value = call.get(1, 'value');
    if (scope === undefined || key === undefined || value === undefined) continue;
    const tagged = new Set(constructs.of(scope));
    for (const [construct, draft] of drafts) {
      if (!scopesOf(constructs, construct).some((one) => tagged.has(one))) continue;
      draft.tags.push({ key, value: () => convert(worldOf(construct), { value, site }) });
    }
  }
}
