import { type SkillCategory, type Strength, skillCategories, strengths } from '../../catalogue/market/skill.ts';
import type { SkillEvidenceJson, SkillJson, SkillsDocument } from '../documents/skills.ts';
import { counted, printable, unreadSentence, wrap } from '../text.ts';
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

/** Skills of one category and strength that are shown with a line of their own, where they are no more than exercised. */
const mostExercised = 12;
/** Columns that a quotation needs to say something. */
const leastQuote = 24;

/** The skills that repositories show, by category and strongest first, for a terminal; `names` are those of skills by id. */
export function renderSkills(
  document: SkillsDocument,
  options: PageOptions,
  names: ReadonlyMap<string, string> = new Map(),
): string {
  const page: Page = {
    paint: painter(options.color),
    width: Math.max(40, options.width),
    all: options.all,
    roots: document.roots.length > 1 ? document.roots : [],
  };
  const lines = options.quiet
    ? []
    : skillCategories.flatMap((category) => {
        const skills = strongestFirst(document.skills.filter((skill) => skill.category === category));
        return skills.length === 0 ? [] : [...categoryLines(category, skills, page), ''];
      });
  if (!options.quiet && page.roots.length > 0) lines.push(...rootLines(page), '');
  lines.push(...wrap(skillsSummary(document), page.width));
  if (document.notSeen.length > 0 && !options.quiet) lines.push(...notSeenLines(document, page, names));
  return `${lines.join('\n')}\n`;
}

interface Page {
  readonly paint: Paint;
  readonly width: number;
  readonly all: boolean;
  /** The roots by which places are told apart; empty where there is one. */
  readonly roots: readonly string[];
}

/** `[1] path`, for each root. */
function rootLines({ roots, paint }: Page): string[] {
  return roots.map((root, index) => paint.dim(printable(`[${index + 1}] ${root}`)));
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

function categoryLines(category: SkillCategory, skills: readonly SkillJson[], page: Page): string[] {
  const exercised = skills.filter(({ strength }) => strength === 'exercised');
  const folded = new Set(page.all ? [] : [...exercised.slice(mostExercised), ...skills.filter(isWeak)]);
  const longest = Math.max(12, ...skills.flatMap((skill) => (folded.has(skill) ? [] : [skill.name.length])));
  const nameWidth = Math.min(Math.max(28, Math.floor(page.width / 3)), longest);
  const byStrength = [...strengths].reverse().flatMap((strength) => {
    const its = skills.filter((skill) => skill.strength === strength);
    if (its.length === 0) return [];
    const rows = its.filter((skill) => !folded.has(skill)).flatMap((skill) => skillLines(skill, nameWidth, page));
    return [`  ${colourOf(strength, page.paint)(strength)}`, ...rows, ...foldedLines(its, folded, page)];
  });
  return [page.paint.bold(categoryTitles[category]), ...byStrength];
}

/** The names of what has no line of its own. */
function foldedLines(its: readonly SkillJson[], folded: ReadonlySet<SkillJson>, { width, paint }: Page): string[] {
  const names = its.filter((skill) => folded.has(skill)).map(({ name }) => name);
  if (names.length === 0) return [];
  return wrap(names.join(', '), width - indent.length).map((line) => `${indent}${paint.dim(line)}`);
}

const indent = ' '.repeat(4);

/** The name and the best place; a place that has no room beside the name stands below it, whole. */
function skillLines(skill: SkillJson, nameWidth: number, page: Page): string[] {
  const { name, evidence, evidenceCount } = skill;
  const { paint, width, all } = page;
  const [best] = evidence;
  const below = `${indent}  `;
  const details = all ? detailLines(skill, page) : [];
  if (best === undefined) return [`${indent}${paint.bold(name)}`, ...details];
  const beside = placeAndText(best, evidenceCount, width - indent.length - nameWidth - 2, page);
  return beside !== undefined && name.length <= nameWidth
    ? [`${indent}${paint.bold(name.padEnd(nameWidth))}  ${beside}`, ...details]
    : [
        `${indent}${paint.bold(name)}`,
        `${below}${placeAndText(best, evidenceCount, width - below.length, page) ?? numberedPlace(best, page)}`,
        ...details,
      ];
}

/** `routes/items.py:10 +16  router = APIRouter(…)`, as far as there is room; undefined where the place has none. */
function placeAndText(best: SkillEvidenceJson, count: number, room: number, page: Page): string | undefined {
  const more = count > 1 ? ` +${count - 1}` : '';
  const place = numberedPlace(best, page);
  const left = room - place.length - more.length - 2;
  if (left < -2) return undefined;
  const text = printable(best.text);
  const quoted =
    left < leastQuote || best.file.endsWith(text)
      ? ''
      : `  ${text.length > left ? `${text.slice(0, left - 1)}…` : text}`;
  return `${place}${page.paint.dim(more)}${page.paint.dim(quoted)}`;
}

/** The place, behind the number of its root where there are several. */
function numberedPlace({ root, file, line }: SkillEvidenceJson, { roots }: Page): string {
  const number = root === undefined ? -1 : roots.indexOf(root);
  return printable(`${number < 0 ? '' : `[${number + 1}] `}${file}:${line}`);
}

/** Where a piece of evidence stands, behind the root that it was read from where there are several. */
export function evidencePlace({ root, file, line }: SkillEvidenceJson): string {
  const path = root === undefined || root === '.' ? file : `${root.replace(/\/$/, '')}/${file}`;
  return printable(`${path}:${line}`);
}

function detailLines({ evidence, depth, roles, value, notSeen }: SkillJson, page: Page): string[] {
  const below = `${indent}  `;
  const room = page.width - below.length;
  const block = (text: string): string[] => wrap(text, room).map((line) => `${below}${page.paint.dim(line)}`);
  return [
    ...evidence.slice(1).map((one) => `${below}${placeAndText(one, 1, room, page) ?? numberedPlace(one, page)}`),
    ...block(`asked for: ${depth} (${roles.join(', ')})`),
    ...block(`${value.outlook}: ${value.why}`),
    ...(notSeen.length > 0 ? block(`not seen: ${notSeen.join(', ')}`) : []),
  ];
}

/** How many skills there are at which strength, in a sentence or two. */
export function skillsSummary({ skills, unreadable }: SkillsDocument): string {
  const faults = [unreadSentence(unreadable)].filter((sentence) => sentence !== '');
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
  if (!skills.some(({ id, evidence }) => id === 'python' || evidence.some(({ file }) => /\.(pyi?|ipynb)$/.test(file))))
    parts.push('No Python here.');
  return [...parts, ...faults].join(' ');
}

const fewNotSeen = 12;

function notSeenLines(
  { notSeen }: SkillsDocument,
  { all, width, paint }: Page,
  names: ReadonlyMap<string, string>,
): string[] {
  const listed = (all ? notSeen : notSeen.slice(0, fewNotSeen)).map((id) => names.get(id) ?? id);
  const rest = notSeen.length - listed.length;
  const text = `Looked for and not seen: ${listed.join(', ')}${rest > 0 ? ` and ${rest} more (--all)` : ''}.`;
  return wrap(text, width).map((line) => paint.dim(line));
}

function colourOf(strength: Strength, paint: Paint): (text: string) => string {
  if (strength === 'deployed' || strength === 'tested') return paint.green;
  return strength === 'exercised' ? paint.cyan : paint.dim;
}
