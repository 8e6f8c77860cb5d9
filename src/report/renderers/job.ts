import type {
  AdJson,
  AskedSkillJson,
  DemandJson,
  JobDocument,
  NotAskedReason,
  QuoteJson,
  ShownState,
} from '../documents/job.ts';
import { counted, listed, printable, wrap } from '../text.ts';
import { marketLines } from './job-market.ts';
import type { PageOptions } from './page-options.ts';
import { type Paint, painter } from './paint.ts';

/** How the terminal shows it. */

const stateWidth = 9;
/** Skills of the demand that are shown. */
const mostWanted = 20;

/** What advertisements ask for, and what repositories show of that, for a terminal. */
export function renderJob(document: JobDocument, options: PageOptions): string {
  const paint = painter(options.color);
  const width = Math.max(40, options.width);
  const summary = wrap(jobSummary(document), width);
  if (options.quiet) return `${summary.join('\n')}\n`;
  const lines = [
    ...document.ads.flatMap((ad) => adLines(ad, width, paint)),
    ...(document.ads.length > 1 ? demandLines(document.demand, document.ads.length, width, paint) : []),
    ...marketLines(document.market, askedIds(document), width, paint),
    ...summary,
  ];
  return `${lines.join('\n')}\n`;
}

/** The ids of all skills that the advertisements ask for. */
export function askedIds({ demand }: JobDocument): Set<string> {
  return new Set(demand.map(({ id }) => id));
}

function adLines({ file, title, language, whole, skills, notAsked }: AdJson, width: number, paint: Paint): string[] {
  const head = wrap(printable(title ?? file), width).map((line) => paint.bold(line));
  if (title !== null) head.push(paint.dim(printable(file)));
  if (!whole) head.push(...wrap(onlyFirstPart, width));
  if (language === 'other') return [...head, ...wrap(otherLanguage, width), ''];
  const names = Math.min(
    Math.floor(width * 0.28),
    Math.max(12, ...[...skills, ...notAsked].map(({ name }) => name.length)),
  );
  return [
    ...head,
    ...levelLines('Required', skills, 'required', names, width, paint),
    ...levelLines('Nice to have', skills, 'nice-to-have', names, width, paint),
    ...(notAsked.length === 0 ? [] : ['  Named, but not asked for']),
    ...notAsked.flatMap(({ name, why, quotes }) =>
      row(refusalNames[why], paint.dim, name, '', quotes[0], names, width, paint),
    ),
    ...(skills.length === 0 ? ['  No skill of the catalogue is asked for.'] : []),
    '',
  ];
}

/** What is said of an advertisement that is longer than is read. */
export const onlyFirstPart = 'Only its first part was read: it is longer than any advertisement.';

/** What is said of an advertisement that is not in English. */
export const otherLanguage = 'Not in English: what it asks for is not guessed.';

function levelLines(
  heading: string,
  all: readonly AskedSkillJson[],
  level: AskedSkillJson['level'],
  names: number,
  width: number,
  paint: Paint,
): string[] {
  const skills = inGroups(all.filter((skill) => skill.level === level));
  if (skills.length === 0) return [];
  return [
    `  ${heading}`,
    ...skills.flatMap((skill) => {
      const { name, shown, strength, place, by, quotes } = skill;
      const state = shown === null ? '' : stateNames[shown];
      const seen = place === null ? '' : `${by === null ? strength : `by ${by}`}, ${place}`;
      const note = [alternativeNote(skill, all), seen].filter((part) => part !== '').join('; ');
      return row(state, colourOf(shown, paint), name, note, quotes[0], names, width, paint);
    }),
  ];
}

const refusalNames: Readonly<Record<NotAskedReason, string>> = {
  negation: 'refused',
  company: 'business',
  learn: 'taught',
  benefit: 'benefit',
  elsewhere: 'elsewhere',
};

const stateNames: Readonly<Record<ShownState, string>> = { shown: 'shown', partly: 'partly', 'not-seen': 'not seen' };

function colourOf(shown: ShownState | null, paint: Paint): (text: string) => string {
  if (shown === 'shown') return paint.green;
  return shown === 'partly' ? paint.yellow : paint.dim;
}

/** By name, alternatives side by side. */
function inGroups(skills: readonly AskedSkillJson[]): AskedSkillJson[] {
  const groups = Map.groupBy(skills, ({ id, alternative }) => alternative ?? id);
  return [...groups.values()].flat();
}

/** What would do as well as a skill: `or Microsoft Azure`. */
export function alternativeNote({ id, alternative }: AskedSkillJson, all: readonly AskedSkillJson[]): string {
  if (alternative === null) return '';
  const others = all.filter((other) => other.alternative === alternative && other.id !== id);
  return others.length === 0 ? 'or the like' : `or ${others.map(({ name }) => name).join(', ')}`;
}

/** A skill in a line; where the line is too short, what is shown and the words that ask for it below each other. */
function row(
  state: string,
  colour: (text: string) => string,
  name: string,
  note: string,
  quote: QuoteJson | undefined,
  names: number,
  width: number,
  paint: Paint,
): string[] {
  const shownState = state === '' ? '' : `${colour(state.padEnd(stateWidth))} `;
  const narrow = ' '.repeat(4 + (state === '' ? 2 : stateWidth + 1));
  const indent = ' '.repeat(4 + (state === '' ? 0 : stateWidth + 1) + names + 2);
  const head = (line: string): string => `    ${shownState}${paint.bold(line.padEnd(names))}`;
  const words = quote === undefined ? '' : printable(`${quote.line}:${quote.column} “${quote.text}”`);
  const said = [printable(note), words].filter((part) => part !== '');
  const room = width - indent.length;
  const whole = said.join('  ');
  const fitting = whole.length <= room;
  const parts = fitting ? [whole] : note === '' ? [] : wrap(printable(note), room);
  const below = fitting ? [] : wrap(words, width - narrow.length).map((line) => `${narrow}${paint.dim(line)}`);
  const titles = wrap(printable(name), names);
  const rows = Array.from({ length: Math.max(titles.length, parts.length) }, (_, index) => {
    const title = titles[index] ?? '';
    const before = index === 0 ? head(title) : `${indent.slice(names + 2)}${paint.bold(title.padEnd(names))}`;
    return `${before}  ${paint.dim(parts[index] ?? '')}`.trimEnd();
  });
  return [...rows, ...below];
}

function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  return most < 4 ? '' : `${text.slice(0, most - 1)}…`;
}

function demandLines(demand: readonly DemandJson[], ads: number, width: number, paint: Paint): string[] {
  const shown = demand.slice(0, mostWanted);
  const names = Math.min(Math.floor(width / 3), Math.max(12, ...shown.map(({ name }) => name.length)));
  const scale = Math.max(6, Math.min(24, width - names - 40));
  return [
    paint.bold(`Demand in ${counted(ads, 'advertisement')}`),
    ...shown.map(({ name, ads: count, required, shown: state }) => {
      const filled = '█'.repeat(Math.max(1, Math.round((count / ads) * scale)));
      const seen = state === null ? '' : `  ${colourOf(state, paint)(stateNames[state])}`;
      const counts = `${String(count).padStart(3)}, required in ${required}`;
      return `  ${printable(cut(name, names)).padEnd(names)}  ${paint.cyan(filled.padEnd(scale))}${counts}${seen}`;
    }),
    ...(demand.length > shown.length
      ? [paint.dim(`  and ${counted(demand.length - shown.length, 'more skill')}`)]
      : []),
    '',
  ];
}

/** What was found, in a sentence or two. */
export function jobSummary({ ads, against, unreadable }: JobDocument): string {
  const skills = ads.flatMap((ad) => ad.skills);
  const required = skills.filter(({ level }) => level === 'required').length;
  const asked = `${counted(ads.length, 'advertisement')}: ${required} required, ${skills.length - required} nice to have.`;
  const states = (['shown', 'partly', 'not-seen'] as const).map((state) => {
    return `${skills.filter(({ shown }) => shown === state).length} ${state === 'partly' ? 'partly shown' : stateNames[state]}`;
  });
  const held = against.length === 0 ? '' : ` In ${listed(against.map(printable))}: ${listed(states)}.`;
  const other = ads.filter(({ language }) => language === 'other').length;
  const foreign = other === 0 ? '' : ` ${counted(other, 'advertisement')} not in English.`;
  const lost = unreadable.length === 0 ? '' : ` ${counted(unreadable.length, 'file')} could not be read.`;
  return `${asked}${held}${foreign}${lost}`;
}
