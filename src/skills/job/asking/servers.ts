import type { Mention } from '../wording/find-mentions.ts';

/** Skills that say that servers of CI are spoken of, and those that are such servers. */
const practice = 'ci-cd';
const servers = new Set([practice, 'jenkins', 'github-actions', 'azure-pipelines', 'aws-codepipeline', 'cloud-build']);

/** What may stand between `CI/CD` and a list of servers: `CI/CD (`, `CI/CD tools such as`. */
const introduces = /^(?:[\s\w/-]{0,30}?)(?:[(:]|such as|like|with|using|in|via|e\.g\.)[^;.)]*$/i;
const besides = /^\s*(?:\/|or|and\/or)\s*$/i;

/**
 * Hosts of code (`GitLab`) that are named as servers of CI, as the skill that they are then: `CI/CD (Jenkins, GitLab)`,
 * `Jenkins or GitLab`; beside them, pipelines are not of data. `hosts` says which skill by the name in small letters.
 */
export function asServers(
  text: string,
  mentions: readonly Mention[],
  hosts: ReadonlyMap<string, string>,
): readonly Mention[] {
  const ofServers = mentions.some(isOfServers);
  return mentions.flatMap((mention, index) => {
    const named = text.slice(mention.start, mention.end).toLowerCase();
    if (ofServers && mention.sureness === 'weak' && /^pipelines?$/.test(named)) return []; // pipelines of CI
    const meant = hosts.get(named);
    if (meant === undefined || !isServer(text, mentions, index)) return mention;
    return { ...mention, ids: [meant], sureness: 'sure' };
  });
}

function isServer(text: string, mentions: readonly Mention[], index: number): boolean {
  const { start, end } = mentions[index] as Mention;
  const [before, after] = [mentions[index - 1], mentions[index + 1]];
  if (before !== undefined && isOfServers(before) && besides.test(text.slice(before.end, start))) return true;
  if (after !== undefined && isOfServers(after) && besides.test(text.slice(end, after.start))) return true;
  const head = mentions.slice(0, index).findLast(({ ids }) => ids.includes(practice));
  return head !== undefined && start - head.end <= 80 && introduces.test(text.slice(head.end, start));
}

function isOfServers({ ids }: Mention): boolean {
  return ids.some((id) => servers.has(id));
}
