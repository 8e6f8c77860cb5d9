import type { PipelineAction } from '../catalogue/dataset.ts';
import type { Place } from '../evidence/place.ts';
import type { Credential, PipelineVariables } from './model.ts';
import type { PipelineTools } from './purposes/tools.ts';
import { shownText } from './values.ts';

const secret = /\bsecrets\s*(?:\.\s*([A-Za-z_]\w*)|\[\s*'([^']+)'\s*\])/g;

/** The names of the secrets that a text of GitHub Actions reads; its own token is none. */
export function secretsIn(text: string): string[] {
  const names = [...text.matchAll(secret)].map((match) => match[1] ?? match[2] ?? '');
  return [...new Set(names)].filter((name) => name !== '' && name.toUpperCase() !== 'GITHUB_TOKEN');
}

/** How an action or task proves who it is, by the inputs that it is given. */
export function credentialsOfAction(
  action: PipelineAction | undefined,
  inputs: PipelineVariables,
  place: Place,
): Credential[] {
  for (const { input, kind, cloud } of action?.credentials ?? []) {
    const given = Object.entries(inputs).find(([name]) => name.toLowerCase() === input.toLowerCase())?.[1];
    if (given === undefined) continue;
    const text = shownText(given);
    return [{ kind, cloud, name: secretsIn(text)[0] ?? text, place }];
  }
  return [];
}

/** The secrets that variables hold, with the cloud whose key a variable of that name is. */
export function credentialsOfVariables(variables: PipelineVariables, tools: PipelineTools, place: Place): Credential[] {
  return Object.entries(variables).flatMap(([name, value]) =>
    secretsIn(shownText(value)).map((found) => ({
      kind: 'secret' as const,
      cloud: tools.cloudOfVariable(name) ?? tools.cloudOfVariable(found) ?? null,
      name: found,
      place,
    })),
  );
}

/** The clouds' long-lived keys that a script reads from variables which the pipeline's file does not set. */
export function credentialsOfScript(
  text: string,
  set: PipelineVariables,
  tools: PipelineTools,
  place: Place,
): Credential[] {
  const names = new Set([...text.matchAll(/\$\{?([A-Z][A-Z0-9_]{4,})\b/g)].map(([, name = '']) => name));
  return [...names].flatMap((name) => {
    const cloud = name in set ? undefined : tools.cloudOfVariable(name);
    return cloud === undefined ? [] : [{ kind: 'secret' as const, cloud, name, place }];
  });
}

/** Each credential once. */
export function distinctCredentials(all: readonly Credential[]): Credential[] {
  const seen = new Map(
    all.toReversed().map((credential) => [`${credential.kind} ${credential.cloud} ${credential.name}`, credential]),
  );
  return [...seen.values()].toReversed();
}
