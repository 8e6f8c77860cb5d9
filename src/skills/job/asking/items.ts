import type { Mention } from '../wording/find-mentions.ts';
import { providers } from './open-cloud.ts';

/** A thing in a sentence that may stand in a list: a mention by its index, or something that is no skill of ours. */
export interface Item {
  readonly start: number;
  readonly end: number;
  /** The index of the mention; undefined for something else. */
  readonly mention?: number;
  /** It is a language of programming. */
  readonly language: boolean;
  /** It is a provider of cloud services. */
  readonly provider: boolean;
  /** It is anything of the kind: `or similar`. */
  readonly generic: boolean;
}

const languages =
  'java|kotlin|golang|go|rust|scala|ruby|php|perl|javascript|typescript|node|nodejs|node\\.js|c\\+\\+|c#|\\.net|r|matlab|julia|swift|elixir|clojure|haskell|groovy|c|vba|cobol|fortran|powershell|abap';
const shells = /^(?:bash|shell|ksh|zsh|shell scripts?|shell scripting)$/i;
const foreignLanguage = new RegExp(`^(?:${languages})$`, 'i');

/** Something else that would do as well. */
const anythingElse =
  /(?<=\b(?:or|and\/or)\s+(?:in |on |with |using )?|\/\s*)(?:something |anything |any |an? )?(?:similar|(?:the |your )?(?:willingness|eagerness|desire|readiness|ability|interest|wish)|otherwise|equivalent|comparable|alike|the like|related|another|other|others|different|alternatives?|corresponding|analogous|any|whatever|what have you|(?:an? |your own |our own )(?:[\w-]+ ){0,2}(?:thing|tool|solution|framework|system|equivalent|alternative|platform|library|language|database|provider))\b/gi;
const named =
  /(?<![\w-])(?:\.NET|[A-Z][\w.]*[\w+#]?|java|kotlin|golang|rust|scala|ruby|php|perl|javascript|typescript|node(?:\.?js)?|c\+\+|c#|matlab|unittest)(?:\+\+|#)?(?:\s+(?!Or\b|And\b)[A-Z][\w]*){0,2}(?![\w+#-])/g;
const ordinary =
  /^(?:i|we|you|your|our|the|a|an|in|on|with|and|or|of|for|to|at|by|as|is|are|if|it|this|that|experience|knowledge|skills?|good|strong|solid|deep|very|ideally|preferably|nice|must|bonus|plus|required?|familiarity|understanding|working|hands|proficiency|e\.g|etc|ms|bsc|msc|phd|degree|english|german|french|dutch|london|berlin|monday|python's)\b/i;

/** The things of a sentence that may stand in lists, in order. */
export function itemsOf(text: string, mentions: readonly Mention[]): Item[] {
  const items: Item[] = mentions.map(({ start, end, ids }, mention) => {
    return {
      start,
      end,
      mention,
      language: ids.includes('python') || shells.test(text.slice(start, end)),
      provider: ids.some((id) => providers.includes(id)),
      generic: false,
    };
  });
  const free = (start: number, end: number): boolean => items.every((item) => end <= item.start || start >= item.end);
  for (const pattern of [anythingElse, named]) {
    for (const { index, 0: found } of text.matchAll(pattern)) {
      const end = index + found.length;
      const counts = pattern === anythingElse || (!ordinary.test(found) && (index > 0 || foreignLanguage.test(found)));
      if (counts && free(index, end)) {
        const generic = pattern === anythingElse;
        items.push({ start: index, end, language: foreignLanguage.test(found), provider: false, generic });
      }
    }
  }
  return items.sort((a, b) => a.start - b.start);
}
