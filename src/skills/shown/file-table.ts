import type { FileSign, SkillEvidenceFact, Strength } from '../../catalogue/market/skill.ts';
import { addTo } from '../../evidence/add-to.ts';

/** A kind of file as it is looked for. */
export interface FileRule {
  readonly skill: string;
  readonly folder: RegExp | null;
  /** The name of a file that the repository must hold. */
  readonly beside: string | null;
  readonly needle: string | null;
  readonly text: RegExp | null;
  readonly gives: Strength;
  readonly anywhere: boolean;
}

/** Looks up kinds of files by name: of the patterns, those are tried whose ending is that of the name, and those of any ending. */
export function fileTable(facts: readonly SkillEvidenceFact[]): (name: string) => readonly FileRule[] {
  const byName = new Map<string, FileRule[]>();
  for (const { id, files = [] } of facts) for (const sign of files) addTo(byName, sign.name, fileRule(id, sign));
  const byEnding = new Map<string, [RegExp, FileRule[]][]>();
  const ofAny: [RegExp, FileRule[]][] = [];
  for (const [name, rules] of byName) {
    const one: [RegExp, FileRule[]] = [new RegExp(`^(?:${name})$`, 'i'), rules];
    const endings = endingsOf(name);
    if (endings === undefined) ofAny.push(one);
    else for (const ending of endings) addTo(byEnding, ending, one);
  }
  return (name) => {
    const tried = byEnding.get(name.slice(name.lastIndexOf('.') + 1).toLowerCase()) ?? [];
    return [...tried, ...ofAny].flatMap(([pattern, rules]) => (pattern.test(name) ? rules : []));
  };
}

/** The endings of the names that a pattern means; undefined where they cannot be told by its end. */
function endingsOf(pattern: string): string[] | undefined {
  const [, one, several] =
    /^[^|]*\\\.(?:([a-z]+|ya\?ml)|\(([a-z|?]+)\))$/.exec(pattern.replaceAll(/\([^()]*\)(?=.)/g, '')) ?? [];
  const found = one ?? several;
  return found
    ?.split('|')
    .flatMap((ending) => (ending.includes('?') ? [ending.replace(/.\?/, ''), ending.replace('?', '')] : [ending]));
}

function fileRule(skill: string, sign: FileSign): FileRule {
  const { folder, beside, needle, text, gives = 'exercised', anywhere = false } = sign;
  return {
    skill,
    folder: folder === undefined ? null : new RegExp(folder, 'i'),
    beside: beside ?? null,
    needle: needle ?? null,
    text: text === undefined ? null : new RegExp(text, 'm'),
    gives,
    anywhere,
  };
}
