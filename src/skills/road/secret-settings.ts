import { type Evidence, evidence } from '../../evidence/evidence.ts';
import { startOf } from '../../evidence/place.ts';
import type { PipelineVariables } from '../../pipelines/model.ts';
import { appFile } from './automation.ts';
import type { Standing } from './standing.ts';

/** Names of variables that hold a secret themselves, not where it is kept. */
export const secretName =
  /(PASSWORD|PASSWD|SECRET|(ACCESS|AUTH|API|BOT|REFRESH)_?TOKEN|^TOKEN|(API|SECRET|ACCESS|ACCOUNT)_?KEY|(?<!__)CREDENTIALS?)$/i;

/** A secret that a platform makes: https://devcenter.heroku.com/articles/app-json-schema#env */
const made = /"generator"\s*:\s*"secret"/;

/** Where a secret of a service is kept by the settings of its platform, or by the pipeline that ships it; undefined for none. */
export function secretSetting({ pipelines, files, text }: Standing): Evidence | undefined {
  const app = files(appFile).find((file) => made.test(text(file) ?? ''));
  if (app !== undefined) return evidence(startOf(app), '"generator": "secret"');
  for (const { jobs } of pipelines())
    for (const { variables, steps, place } of jobs) {
      if (!steps.some(({ purposes }) => purposes.includes('deploy'))) continue;
      const name = [variables, ...steps.map((step) => step.variables)].flatMap(keptSecrets)[0];
      if (name !== undefined) return evidence(place, name);
    }
  return undefined;
}

function keptSecrets(variables: PipelineVariables): string[] {
  return Object.entries(variables).flatMap(([name, value]) =>
    secretName.test(name) && !value.known && /\bsecrets\./.test(value.text) ? [name] : [],
  );
}
