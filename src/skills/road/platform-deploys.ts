import { type Evidence, evidence } from '../../evidence/evidence.ts';
import { isHandedOver } from './one-command.ts';
import type { Standing } from './standing.ts';

/** Commands that hand code or an image to a platform that runs it. */
const hosted =
  /\b(fastapi\s+deploy|fly(ctl)?\s+deploy|heroku\s+container:release|git\s+push\s+\S*heroku|railway\s+up|gcloud\s+(beta\s+)?(run|app|functions)\s+deploy|az\s+(webapp|containerapp|functionapp)\s+(up|update|deploy\w*)|modal\s+deploy)\b/;

/** Those of them whose platform starts code for requests, and stops it when there are none. */
const startedForRequests = /\bgcloud\s+(beta\s+)?(run|functions)\s+deploy\b|\baz\s+containerapp\b/;

/** A step of a pipeline that hands code to a platform. */
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
        return {
          text,
          evidence: evidence(place, command, 'guessed'),
          cloud: command.startsWith('gcloud') ? 'gcp' : command.startsWith('az') ? 'azure' : null,
          onDemand: startedForRequests.test(text),
        };
      }
  return undefined;
}
