import type { Mention } from '../wording/find-mentions.ts';
import { freeChoice, oneOfAKind, oneThing, suchAs } from './cues.ts';
import { type Item, itemsOf } from './items.ts';
import { fits } from './phrases.ts';

type Link = 'or' | 'aside' | 'slash' | 'comma' | 'and';

const trailing =
  '(?:\\s+(?!(?:or|and|with|using|on|for|to|from|by|via|that|which|is|are|be|you|we|in|of|plus|as)\\b)[a-z-]+){0,2}';
const leading =
  '(?:(?:a|an|the|in|on|with|of|to|for|using|via|even|also|some|apache|amazon|aws|google|microsoft|basic|good|strong|experience|knowledge|maybe|perhaps|preferably|ideally|at|least|building|working|its|their|own|both|optionally|rather|possibly|more|recently|cloud|managed)\\s+){0,3}';
const joint = new RegExp(
  `^${trailing}["')]*\\s*(,\\s*(?:and/or|or|and)\\s|,|/|\\||\\+|&|\\(?\\s*(?:and/or|or|and|as well as|as an alternative to|respectively|alternatively)\\s)\\s*${leading}["'(]*$`,
  'i',
);

/** How two things of a list that stand side by side are joined, told by what stands between; undefined if they are not. */
function linkOf(between: string): Link | undefined {
  if (between.length > 80) return undefined;
  const sign = joint.exec(between.replaceAll(/[*_`]+/g, ''))?.[1]?.toLowerCase();
  if (sign === undefined) return undefined;
  if (/\bor\b|alternative/.test(sign)) return sign.startsWith('(') ? 'aside' : 'or'; // `Redis, AWS (or any other cloud)`
  if (sign.includes('/') || sign.includes('|')) return 'slash';
  return sign.trim() === ',' ? 'comma' : 'and';
}

/** Those of a sentence's mentions of which one is enough, by index; alone in a set, if something else would do as well. */
export function alternativesOf(text: string, mentions: readonly Mention[]): number[][] {
  const groups: number[][] = [];
  for (const chain of chainsOf(text, mentions)) {
    const open = chain.open || goesOnAnyhow(text, chain);
    for (const group of groupsOf({ ...chain, open })) {
      const things = withoutForeignKinds(group);
      const members = things.flatMap(({ mention }) => (mention === undefined ? [] : [mention]));
      if (members.length > 0 && (things.length > 1 || open)) groups.push(members);
    }
  }
  return groups;
}

/** True for a list that ends in `etc.`: what it names are examples. */
function goesOnAnyhow(text: string, { items }: Chain): boolean {
  const end = items.at(-1)?.end ?? text.length;
  return (
    items.length > 1 &&
    /^[^,()]{0,20}[,\s]+(?:etc\b|and so on|and the like|and more\b|\.\.\.|…)/i.test(text.slice(end, end + 40))
  );
}

/** True for what a stroke offers for choice: in `Python/Cloud` it only parts two words. */
function isChoice({ mention, language, generic }: Item): boolean {
  return mention !== undefined || language || generic;
}

interface Chain {
  readonly items: Item[];
  /** How each item is joined to the one before it. */
  readonly links: Link[];
  /** It is introduced as examples. */
  readonly open: boolean;
}

function chainsOf(text: string, mentions: readonly Mention[]): Chain[] {
  const chains: Chain[] = [];
  const last = new Map<number, Chain>(); // by depth of brackets: what stands in brackets is a list of its own
  const depths = depthsOf(text);
  const free = fits(freeChoice, text);
  for (const item of itemsOf(text, mentions)) {
    const depth = depths[item.start] ?? 0;
    for (const deeper of last.keys()) if (deeper > depth) last.delete(deeper);
    const chain = last.get(depth);
    const before = chain?.items.at(-1);
    const between = before === undefined ? '' : text.slice(before.end, item.start);
    // `AWS EC2`: a provider and its service
    const named = before?.provider === true && item.mention !== undefined && /^['\u2019s]* $/.test(between);
    const joined = named ? 'comma' : before === undefined ? undefined : linkOf(withoutBrackets(between));
    const link =
      joined === 'slash' && before !== undefined && !(isChoice(before) && isChoice(item)) ? undefined : joined;
    if (chain !== undefined && link !== undefined) {
      chain.items.push(item);
      chain.links.push(link);
    } else {
      const open = free || isExample(text, item, before ?? last.get(depth - 1)?.items.at(-1));
      const begun = { items: [item], links: [], open };
      last.set(depth, begun);
      chains.push(begun);
    }
  }
  return chains;
}

/** `a public cloud (AWS, Azure, GCP)` */
const cloudsInBrackets =
  /^[^()]*\bcloud\b[^()]*\((?=[^)]*(?:[,/]|\band\b|\bor\b))\s*(?:(?:and|or|amazon|aws|azure|microsoft|google|cloud|gcp|web services|platform|alibaba|oracle|oci|ibm|\/|,|&)\s*)+(?:etc\.?\s*)?\)/i;

/** True for the first of examples: of one thing, one is enough. */
function isExample(text: string, item: Item, before: Item | undefined): boolean {
  const words = text.slice(Math.max(0, item.start - 60), item.start);
  if (item.provider && cloudsInBrackets.test(text.slice(Math.max(0, item.start - 60)))) return true;
  if (suchAs.test(words) || oneOfAKind.test(words)) return true;
  return oneThing.test(text.slice(Math.max(before?.end ?? 0, item.start - 60), item.start));
}

/** How many brackets are open at each character; those that only go on with the list (`Django (or Flask)`) do not count. */
function depthsOf(text: string): Uint8Array {
  const depths = new Uint8Array(text.length);
  const open: boolean[] = [];
  for (let index = 0; index < text.length; index++) {
    if (text[index] === '(') open.push(!/^\(\s*(?:or|and\/or|alternatively)\b/i.test(text.slice(index, index + 20)));
    else if (text[index] === ')') open.pop();
    depths[index] = open.slice(0, 8).filter(Boolean).length;
  }
  return depths;
}

function withoutBrackets(between: string): string {
  return between.replaceAll(/\((?!\s*(?:or|and\/or|alternatively)\b)[^()]*\)/gi, '');
}

/** The sets within a list: all of it where it gives examples, else what `or` and strokes join. */
function groupsOf({ items, links, open }: Chain): Item[][] {
  if (open) return [items];
  const taken = new Set<number>();
  const groups: Item[][] = [];
  for (let index = links.length - 1; index >= 0; index--) {
    const link = links[index];
    if (taken.has(index + 1) || (link !== 'or' && link !== 'aside' && link !== 'slash')) continue;
    let first = index;
    const oneKind = kindOf(items[index]) === kindOf(items[index + 1]) ? kindOf(items[index]) : undefined;
    const fitting = (at: number): boolean => oneKind === undefined || kindOf(items[at]) === oneKind;
    while (first > 0 && goesOn(links[first - 1] as Link, link) && fitting(first - 1)) first -= 1;
    const range = Array.from({ length: index + 2 - first }, (_, at) => first + at).filter((at) => !taken.has(at));
    for (const at of range) taken.add(at);
    groups.unshift(range.map((at) => items[at] as Item));
  }
  return groups;
}

/** What only its like can stand for: in `Terraform, GCP or AWS` the choice is between two. */
function kindOf(item: Item | undefined): 'language' | 'provider' | undefined {
  if (item?.language === true) return 'language';
  return item?.provider === true ? 'provider' : undefined;
}

function goesOn(before: Link, link: Link): boolean {
  if (link === 'aside') return false;
  return before === 'slash' || before === 'or' ? true : before === 'comma' && link === 'or';
}

/** A language is an alternative to another language only: in `Python, Django or Flask` it is one of three things asked. */
function withoutForeignKinds(items: readonly Item[]): readonly Item[] {
  if (onlyLanguages(items)) return items;
  return items.filter(({ language, mention }) => !language || mention === undefined);
}

/** True where the others may be languages too: things that are no skill of ours. */
function onlyLanguages(items: readonly Item[]): boolean {
  return items.every(({ language, mention }) => language || mention === undefined);
}
