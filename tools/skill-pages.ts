import { openCatalogue } from '../src/catalogue/catalogue.ts';
import { type SkillFact, skillCategories } from '../src/catalogue/market/skill.ts';
import { markdownTable } from '../src/report/renderers/table.ts';
import { ladder } from '../src/skills/road/ladder.ts';
import type { Rung } from '../src/skills/road/rung.ts';

/** docs/road.md: what each rung asks for, and the checks that say more. */
export function roadPage(): string {
  const lines = [
    '# The road to cloud-first',
    '',
    '`skyworthy road` places each service on five rungs. A rung is `reached` where all that it asks for is there or not needed,',
    '`partly` where some of it is, `not-reached` where none is, `unknown` where nothing of it can be told from the repository,',
    'and `not-applicable` where it is not for the service. What stands under *better with* is shown, and holds no rung back.',
    'A service stands on the highest rung such that it and all below are reached or not applicable.',
    '',
    ...ladder.flatMap(rungLines),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

function rungLines({ rung, title, requirements }: Rung): string[] {
  const rows = requirements.map(({ id, what, step, checks, isSign }) => [
    `\`${id}\``,
    isSign === true ? `${what} (better with)` : what,
    step,
    checks.map((check) => `[${check}](checks/${check}.md)`).join(', '),
  ]);
  return [`## ${rung} ${title}`, '', ...markdownTable(['Id', 'Asked for', 'What to do', 'Checks'], rows), ''];
}

/** docs/skills.md: the skills that are looked for, and what the strengths mean. */
export function skillsPage(): string {
  const { facts } = openCatalogue().load('market/skills');
  const lines = [
    '# Skills',
    '',
    `\`skyworthy skills\` looks for ${facts.length} skills. How strongly a repository shows one:`,
    '',
    '- `declared`: a manifest or a setting names it;',
    '- `imported`: code imports it, and does nothing with it;',
    '- `exercised`: own code, settings or infrastructure use it;',
    '- `tested`: it is used, and tests of the repository reach that use;',
    '- `deployed`: it is part of what a pipeline or infrastructure code of the repository deploys.',
    '',
    'Places among tests, samples and documentation count for skills that are about these, else as `exercised` at most.',
    '',
    ...skillCategories.flatMap((category) => categoryLines(category, facts)),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

function categoryLines(category: string, facts: readonly SkillFact[]): string[] {
  const rows = facts
    .filter((fact) => fact.category === category)
    .map(({ id, name, broader, depth, value }) => [`\`${id}\``, name, broader.join(', '), depth, value.outlook]);
  return [`## ${category}`, '', ...markdownTable(['Id', 'Skill', 'Part of', 'Depth asked for', 'Outlook'], rows), ''];
}
