import { type SkillCategory, type Strength, skillCategories, strengths } from '../../catalogue/market/skill.ts';
import type { SkillEvidenceJson, SkillJson, SkillsDocument } from '../documents/skills.ts';
import { counted, printable, wrap } from '../text.ts';
import type { PageOptions } from './page-options.ts';
import { type Paint, painter } from './paint.ts';

/** How the categories are headed. */
export const categoryTitles: Readonly<Record<SkillCategory, string>> = {
  'software-engineering': 'Core software engineering',
  backend: 'Backend and APIs',
  'data-ml': 'Data engineering and machine learning',
  cloud: 'Cloud and infrastructure',
  collaboration: 'Collaboration',
};

const strengthWidth = 11;
/** Skills of one category that are shown with a line of their own. */
const mostLines = 16;

/** The skills that repositories show, by category and strongest first, for a terminal. */
export function renderSkills(document: SkillsDocument, options: PageOptions): string {
  const paint = painter(options.color);
  const width = Math.max(40, options.width);
  const lines = options.quiet
    ? []
    : skillCategories.flatMap((category) => {
        const skills = strongestFirst(document.skills.filter((skill) => skill.category === category));
        return skills.length === 0 ? [] : [...categoryLines(category, skills, options.all, width, paint), ''];
      });
  lines.push(...wrap(skillsSummary(document), width));
  if (document.notSeen.length > 0 && !options.quiet) lines.push(...notSeenLines(document, options.all, width, paint));
  return `${lines.join('\n')}\n`;
}

/** Skills, the strongest and best proven first. */
export function strongestFirst(skills: readonly SkillJson[]): SkillJson[] {
  return [...skills].sort(
    (a, b) => strengths.indexOf(b.strength) - strengths.indexOf(a.strength) || b.evidenceCount - a.evidenceCount,
  );
}

function isWeak({ strength }: SkillJson): boolean {
  return strength === 'declared' || strength === 'imported';
}

function categoryLines(
  category: SkillCategory,
  skills: readonly SkillJson[],
  all: boolean,
  width: number,
  paint: Paint,
): string[] {
  const strong = skills.filter((skill) => !isWeak(skill));
  const shown = all ? skills : strong.slice(0, mostLines);
  const nameWidth = Math.min(Math.floor(width / 3), Math.max(12, ...shown.map(({ name }) => name.length)));
  const folded = all ? [] : [...strong.slice(mostLines), ...skills.filter(isWeak)];
  return [
    paint.bold(categoryTitles[category]),
    ...shown.flatMap((skill) => [
      skillLine(skill, nameWidth, width, paint),
      ...(all ? detailLines(skill, width, paint) : []),
    ]),
    ...foldedLines(folded, width, paint),
  ];
}

function skillLine(skill: SkillJson, nameWidth: number, width: number, paint: Paint): string {
  const name = skill.name.length > nameWidth ? `${skill.name.slice(0, nameWidth - 1)}…` : skill.name.padEnd(nameWidth);
  const [best] = skill.evidence;
  const room = width - strengthWidth - nameWidth - 4;
  const head = `  ${colourOf(skill.strength, paint)(skill.strength.padEnd(strengthWidth))}${paint.bold(name)}  `;
  return best === undefined
    ? head.trimEnd()
    : `${head}${placeAndText(best, skill.evidenceCount, room, paint)}`.trimEnd();
}

/** `…/routes/items.py:10 +16  router = APIRouter(…)`, as far as there is room. */
function placeAndText(best: SkillEvidenceJson, count: number, room: number, paint: Paint): string {
  const more = count > 1 ? ` +${count - 1}` : '';
  const place = shortened(evidencePlace(best), Math.max(12, room - more.length));
  const left = room - place.length - more.length - 2;
  const text = printable(best.text);
  const quoted = left < 16 ? '' : `  ${text.length > left ? `${text.slice(0, left - 1)}…` : text}`;
  return `${place}${paint.dim(more)}${paint.dim(quoted)}`;
}

/** Where a piece of evidence stands, behind the root that it was read from where there are several. */
export function evidencePlace({ root, file, line }: SkillEvidenceJson): string {
  const path = root === undefined || root === '.' ? file : `${root.replace(/\/$/, '')}/${file}`;
  return printable(`${path}:${line}`);
}

/** A path without its beginning, where there is no room for it. */
function shortened(path: string, room: number): string {
  return path.length <= room ? path : `…${path.slice(path.length - room + 1)}`;
}

function detailLines({ evidence, depth, roles, value, notSeen }: SkillJson, width: number, paint: Paint): string[] {
  const indent = ' '.repeat(strengthWidth + 2);
  const block = (text: string): string[] =>
    wrap(text, width - indent.length).map((line) => `${indent}${paint.dim(line)}`);
  return [
    ...evidence.slice(1).map((one) => `${indent}${placeAndText(one, 1, width - indent.length, paint)}`),
    ...block(`asked for: ${depth} (${roles.join(', ')})`),
    ...block(`${value.outlook}: ${value.why}`),
    ...(notSeen.length > 0 ? block(`not seen: ${notSeen.join(', ')}`) : []),
  ];
}

function foldedLines(folded: readonly SkillJson[], width: number, paint: Paint): string[] {
  return [...strengths].reverse().flatMap((strength) => {
    const names = folded.filter((skill) => skill.strength === strength).map(({ name }) => name);
    if (names.length === 0) return [];
    const head = `  ${strength.padEnd(strengthWidth)}`;
    const lines = wrap(names.join(', '), width - head.length);
    return lines.map((line, index) => paint.dim(`${index === 0 ? head : ' '.repeat(head.length)}${line}`));
  });
}

/** How many skills there are at which strength, in a sentence or two. */
export function skillsSummary({ skills, unreadable }: SkillsDocument): string {
  const faults = unreadable.length > 0 ? [`${counted(unreadable.length, 'file')} could not be read in full.`] : [];
  if (skills.length === 0) {
    return ['Nothing here shows a skill: no code, infrastructure, pipeline or manifest was found.', ...faults].join(
      ' ',
    );
  }
  const counts = [...strengths].reverse().flatMap((strength) => {
    const count = skills.filter((skill) => skill.strength === strength).length;
    return count === 0 ? [] : [`${count} ${strength}`];
  });
  const parts = [`${counted(skills.length, 'skill')}: ${counts.join(', ')}.`];
  if (!skills.some(({ id }) => id === 'python')) parts.push('No Python here.');
  return [...parts, ...faults].join(' ');
}

const fewNotSeen = 12;

function notSeenLines({ notSeen }: SkillsDocument, all: boolean, width: number, paint: Paint): string[] {
  const listed = all ? notSeen : notSeen.slice(0, fewNotSeen);
  const rest = notSeen.length - listed.length;
  const text = `Looked for and not seen: ${listed.join(', ')}${rest > 0 ? ` and ${rest} more (--all)` : ''}.`;
  return wrap(text, width).map((line) => paint.dim(line));
}

function colourOf(strength: Strength, paint: Paint): (text: string) => string {
  if (strength === 'deployed' || strength === 'tested') return paint.green;
  return strength === 'exercised' ? paint.cyan : paint.dim;
}
