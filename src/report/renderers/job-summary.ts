import type { JobDocument } from '../documents/job.ts';
import { counted, listed, printable } from '../text.ts';
import { requirementsOf, stateNames } from './job-requirements.ts';

/** What was found, in a sentence or two; alternatives count once. */
export function jobSummary({ ads, against, unreadable }: JobDocument): string {
  const asked = ads.flatMap(requirementsOf);
  const required = asked.filter(({ level }) => level === 'required').length;
  const head = `${counted(ads.length, 'advertisement')}: ${required} required, ${asked.length - required} nice to have.`;
  const states = (['shown', 'partly', 'not-seen'] as const).map((state) => {
    const count = asked.filter(({ best }) => best.shown === state).length;
    return `${count} ${state === 'partly' ? 'partly shown' : stateNames[state]}`;
  });
  const habits = asked.filter(({ best }) => best.shown === null).length;
  const roots = against.map((root, index) => `${against.length > 1 ? `[${index + 1}] ` : ''}${printable(root)}`);
  const untold = habits === 0 ? '' : ` ${habits} ${habits === 1 ? 'is' : 'are'} nothing that files can show.`;
  const held = against.length === 0 ? '' : ` In ${listed(roots)}: ${listed(states)}.${untold}`;
  const other = ads.filter(({ language }) => language === 'other').length;
  const foreign = other === 0 ? '' : ` ${counted(other, 'advertisement')} not in English.`;
  const files = new Set(unreadable.map((fault) => `${fault.root ?? ''}\0${fault.file}`)).size;
  const lost = files === 0 ? '' : ` ${counted(files, 'file')} could not be read${inFull(unreadable)}.`;
  return `${head}${held}${foreign}${lost}`;
}

/** Of files of repositories, something may have been read. */
function inFull(unreadable: JobDocument['unreadable']): string {
  return unreadable.some(({ root }) => root !== undefined) ? ' in full' : '';
}

/** The ids of all skills that the advertisements ask for. */
export function askedIds({ demand }: JobDocument): Set<string> {
  return new Set(demand.map(({ id }) => id));
}

/** What is said of an advertisement that was read in part. */
export const onlyFirstPart =
  'Only a part of it was read: it is longer than any advertisement, or its structured data break off.';

/** What is said of an advertisement that is not in English. */
export const otherLanguage = 'Not in English: what it asks for is not guessed.';
