import { skillCategories } from '../../catalogue/market/skill.ts';
import type { SkillJson, SkillsDocument } from '../documents/skills.ts';
import { markdownCode, markdownText } from './markdown-text.ts';
import { categoryTitles, evidencePlace, skillsSummary, strongestFirst } from './skills.ts';
import { markdownTable } from './table.ts';

/** The skills that repositories show, a table for each category and strongest first; as Markdown. `names` are those of skills by id. */
export function renderSkillsMarkdown(document: SkillsDocument, names: ReadonlyMap<string, string> = new Map()): string {
  const { skills } = document;
  const notSeen = document.notSeen.map((id) => names.get(id) ?? id);
  const sections = skillCategories.flatMap((category) => {
    const shown = strongestFirst(skills.filter((skill) => skill.category === category));
    if (shown.length === 0) return [];
    const rows = shown.map(cellsOf);
    return [
      `## ${categoryTitles[category]}`,
      '',
      ...markdownTable(['Skill', 'Strength', 'Where', 'Places', 'Asked of'], rows),
      '',
    ];
  });
  const lines = [
    '# Skills that the code shows',
    '',
    markdownText(skillsSummary(document)),
    '',
    ...sections,
    ...(notSeen.length === 0 ? [] : [markdownText(`Looked for and not seen: ${notSeen.join(', ')}.`), '']),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

function cellsOf({ name, strength, evidence: [best], evidenceCount, roles }: SkillJson): string[] {
  const where = best === undefined ? '' : markdownCode(evidencePlace(best));
  return [markdownText(name), strength, where, String(evidenceCount), markdownText(roles.join(', '))];
}
