import { type Evidence, evidence } from '../../evidence/evidence.ts';
import { startOf } from '../../evidence/place.ts';
import type { Purpose } from '../../evidence/vocabulary.ts';
import type { Work } from '../../pipelines/model.ts';
import { baseName } from '../../repository/paths.ts';
import { platformDeploy } from './platform-deploys.ts';
import type { Standing } from './standing.ts';

/** What is no work on a service: installing, telling somebody, what nobody knows. */
const idle: ReadonlySet<Purpose> = new Set(['install', 'notify', 'other']);

/** Files of commands, and what one has to hold to check, build or ship something. */
const scripts: readonly (readonly [name: RegExp, holds: RegExp])[] = [
  [/(^|\/)(GNUm|m|M)akefile$/, /^(all|archive|build|check|ci|deploy|lint|package|release|tests?)[\w%-]*\s*:(?!=)/m],
  [/(^|\/)[Jj]ustfile$/, /^@?(build|check|ci|deploy|lint|release|tests?)[\w-]*([ \t][^:=\n]*)?:(?!=)/m],
  [/(^|\/)Taskfile\.ya?ml$/, /^ {2,4}(build|check|ci|deploy|lint|release|tests?)[\w:-]*:/m],
  [
    /(^|\/)(noxfile|tasks|fabfile|dodo)\.py$/,
    /^def\s+(task_)?(build|check|ci|deploy|lint|release|(unit_|system_)?tests?)\w*\(/m,
  ],
  [/(^|\/)(build|deploy|release|tests?)[\w-]*\.sh$/, /\S/],
];

/** What checks, builds or ships a service by one command, read or not; undefined for nothing. */
export function automation(standing: Standing): Evidence | undefined {
  const works = standing.works().filter(({ purpose }) => !idle.has(purpose));
  const work =
    works.find((one) => speaksOf(one, standing)) ??
    works.find(({ purpose }) => purpose !== 'analyse' && purpose !== 'release') ??
    works[0];
  if (work !== undefined) return evidence(work.place, work.text);
  const other = standing.otherPipelines()[0] ?? platformDeploy(standing)?.evidence;
  if (other !== undefined) return other;
  for (const { jobs } of standing.nearPipelines())
    for (const { steps } of jobs)
      for (const { purposes, place, text } of steps)
        if (purposes.some((one) => !idle.has(one))) return evidence(place, text, 'guessed');
  const tested = platformTests(standing);
  if (tested !== undefined) return tested;
  for (const [name, holds] of scripts) {
    const file = standing.files(name).find((path) => holds.test(standing.text(path) ?? ''));
    if (file !== undefined) return evidence(startOf(file), file);
  }
  return undefined;
}

/** True for what names the folder of a service or the service itself: the plainest to show. */
function speaksOf({ text, place }: Work, { service: { codeRoot, name } }: Standing): boolean {
  const folder = codeRoot === null || codeRoot === '.' ? name : baseName(codeRoot);
  return text.includes(folder) || place.file.includes(folder);
}

/** What Heroku and the like set up and run for an application: https://devcenter.heroku.com/articles/heroku-ci */
export const appFile = /(^|\/)app\.json$/;

/** Where the platform's own CI is told how to test; undefined where it is not. */
export function platformTests({ files, text }: Standing): Evidence | undefined {
  const file = files(appFile).find((path) => /"scripts"\s*:\s*\{[^}]{0,2000}"test"\s*:/.test(text(path) ?? ''));
  return file === undefined ? undefined : evidence(startOf(file), 'scripts.test');
}
