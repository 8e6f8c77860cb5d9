import type { Mention } from '../wording/find-mentions.ts';

/** The providers that stand for `any cloud`. */
export const providers: readonly string[] = ['aws', 'azure', 'gcp'];

const anyCloud =
  /\b(?:(?:any|another|one|at least one|some|a|an|other)(?: (?:of the|major|public|big|large|leading|common|popular|other|three|modern))* (?:public cloud(?: (?:provider|platform|vendor|environment))?|cloud (?:provider|platform|vendor|hyperscaler))s?|any (?:major |big )?clouds?|(?:one|any|some|at least one) of the (?:\w+ ){0,2}clouds|(?:one of )?the big (?:three|3)(?: clouds?| cloud providers)?|(?:any |a |an |one of the )?hyperscalers?)(?![\w-])/gi;

/**
 * An open choice of provider, as a mention of all of them. Where the sentence names the possible ones there is none, unless
 * `another` says that any would do.
 */
export function openChoices(text: string, mentions: readonly Mention[]): Mention[] {
  const named = mentions.some(({ ids }) => ids.some((id) => providers.includes(id)));
  return [...text.matchAll(anyCloud)].flatMap(({ index, 0: found }): Mention[] => {
    if (named && !/^(?:another|any other|other)/i.test(found)) return [];
    return [{ start: index, end: index + found.length, ids: providers, implied: [], sureness: 'sure', open: true }];
  });
}

const makers: ReadonlyMap<string, string> = new Map([
  ['google', 'gcp'],
  ['amazon', 'aws'],
  ['microsoft', 'azure'],
]);
const maker = /\b(?:Google|Amazon|Microsoft)\b/g;
const joined = /^\s*(?:[,/&]|and|or|and\/or|,\s*(?:and|or|and\/or))\s*$/i;

/** Makers that stand in a list with clouds, as their clouds: `AWS, Azure and Google`. */
export function makersAsClouds(text: string, mentions: readonly Mention[]): Mention[] {
  const clouds = mentions.filter(({ ids }) => ids.some((id) => providers.includes(id)));
  return [...text.matchAll(maker)].flatMap(({ index: start, 0: name }): Mention[] => {
    const end = start + name.length;
    const beside = clouds.some((one) =>
      joined.test(one.end <= start ? text.slice(one.end, start) : text.slice(end, one.start)),
    );
    const id = makers.get(name.toLowerCase());
    if (!beside || id === undefined || mentions.some((one) => one.start < end && one.end > start)) return [];
    return [{ start, end, ids: [id], implied: [], sureness: 'sure' }];
  });
}
