import { folderOf, isBelow } from '../../../repository/paths.ts';
import type { Claim } from './claim.ts';

/**
 * Gives the resources that azd deploys code to the code of the service of that name: of the nearest `azure.yaml` above,
 * else of the only one. A resource that several of them deploy is no unit itself: each of theirs is one, with its runtime.
 */
export function linkClaims(claims: readonly Claim[]): Claim[] {
  const services = claims.filter(({ rank, links = [] }) => rank === 'platform' && links.length > 0);
  const runtimes = new Map<Claim, Claim['runtime']>();
  const linked = claims.flatMap((claim) => {
    const { links: wanted = [] } = claim;
    if (claim.rank !== 'infrastructure' || wanted.length === 0) return [claim];
    const named = services.filter(({ links = [] }) => links.some((link) => wanted.includes(link)));
    const above = named
      .filter(({ file }) => isBelow(claim.file, folderOf(file)))
      .sort((a, b) => b.file.length - a.file.length);
    const [only, ...others] = above.length > 0 ? above.slice(0, 1) : named;
    if (only === undefined) return [claim];
    if (others.length > 0) {
      for (const service of named) runtimes.set(service, claim.runtime);
      return [];
    }
    const { folder, dockerfile } = only;
    return [{ ...claim, folder, dockerfile, image: undefined, runtime: claim.runtime ?? only.runtime }];
  });
  return linked.map((claim) => ({ ...claim, runtime: runtimes.get(claim) ?? claim.runtime }));
}
