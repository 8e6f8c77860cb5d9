import { type Evidence, evidence } from '../../evidence/evidence.ts';
import { folderOf, foldersUp } from '../../repository/paths.ts';
import { foundLine } from './found-line.ts';
import { isHandedOver } from './one-command.ts';
import type { Standing } from './standing.ts';

/** Commands that hand code or an image to a platform that runs it. */
const hosted =
  /\b(fastapi\s+deploy|fly(ctl)?\s+deploy|heroku\s+container:release|git\s+push\s+\S*heroku|railway\s+up|gcloud\s+(beta\s+)?(run|app|functions)\s+deploy|az\s+(webapp|containerapp|functionapp)\s+(up|update|deploy\w*)|modal\s+deploy)\b/;

/** Those of them whose platform starts code for requests, and stops it when there are none. */
const startedForRequests = /\bgcloud\s+(beta\s+)?(run|functions)\s+deploy\b|\baz\s+containerapp\b/;

/** A command that hands code to a platform. */
export interface PlatformDeploy {
  readonly text: string;
  readonly evidence: Evidence;
  /** The cloud that the platform is of; null where it is none of the three. */
  readonly cloud: 'azure' | 'gcp' | null;
  /** The platform starts the code when there is work. */
  readonly onDemand: boolean;
}

/** Where a pipeline near a service hands code to a platform: a guess, since what it hands over is not said; undefined for none. */
export function platformDeploy(standing: Standing): PlatformDeploy | undefined {
  if (isHandedOver(standing)) return undefined;
  for (const { jobs } of standing.nearPipelines())
    for (const { steps } of jobs)
      for (const { text, place } of steps) {
        const [command] = hosted.exec(text) ?? [];
        if (command === undefined) continue;
        return handedBy(text, evidence(place, command, 'guessed'));
      }
  return undefined;
}

const readme = /(^|\/)README(\.(md|rst|txt))?$/i;

/**
 * What hands a service to a platform: a pipeline, or where none does and nothing defines it, the command that the nearest
 * README tells people to run.
 */
export function hostOf(standing: Standing): PlatformDeploy | undefined {
  const { service, files, text } = standing;
  const piped = platformDeploy(standing);
  if (piped !== undefined || service.definition !== null) return piped;
  const homes = foldersUp(service.codeRoot ?? folderOf(service.definedIn.file));
  const found = files(readme);
  const file = homes.flatMap((home) => found.filter((one) => folderOf(one) === home))[0];
  const written = file === undefined ? null : text(file);
  const [command] = hosted.exec(written ?? '') ?? [];
  if (file === undefined || written === null || command === undefined) return undefined;
  return handedBy(command, { ...foundLine(file, written, command), how: 'guessed' });
}

function handedBy(text: string, at: Evidence): PlatformDeploy {
  const [command = ''] = hosted.exec(text) ?? [];
  const cloud = command.startsWith('gcloud') ? 'gcp' : command.startsWith('az') ? 'azure' : null;
  return { text, evidence: at, cloud, onDemand: startedForRequests.test(text) };
}
