import type { PipelineAction } from '../catalogue/dataset.ts';
import type { Place } from '../evidence/place.ts';
import { type Calling, purposesOf } from './commands/follow.ts';
import { type Script, scriptAt } from './commands/script.ts';
import { credentialsOfScript, distinctCredentials } from './credentials.ts';
import type { ActionReference, Step, Unfollowed, Work } from './model.ts';
import type { Reading } from './reading.ts';
import { knownVariables, shownText } from './values.ts';

type Given = Pick<Step, 'name' | 'text' | 'place' | 'through'> & Partial<Step>;

const blank = {
  action: null,
  workingFolder: null,
  variables: {},
  condition: null,
  continueOnError: false,
  credentials: [],
} as const;

/** A step that runs a script: the script is followed into what it calls. */
export function runStep(reading: Reading, given: Given, script: Script, folder = '.'): Step {
  const step = { ...blank, ...given };
  const found = reading.follower.follow(script, callingOf(step, folder));
  const credentials = [
    ...step.credentials,
    ...credentialsOfScript(script.text, step.variables, reading.tools, step.place),
  ];
  return {
    ...step,
    kind: 'run',
    ...found,
    purposes: purposesOf(found.works),
    credentials: distinctCredentials(credentials),
  };
}

/** A step that is an action, a task or an image: what it does, the catalogue tells; commands in its inputs are followed. */
export function usesStep(
  reading: Reading,
  given: Given & { readonly action: ActionReference },
  fact: PipelineAction | undefined,
  folder = '.',
): Step {
  const step = { ...blank, ...given };
  const works: Work[] = [];
  const unfollowed: Unfollowed[] = [];
  const { action, place, through, text } = step;
  for (const script of scriptsOf(fact, action, place)) {
    const found = reading.follower.follow(script, callingOf(step, folder));
    works.push(...found.works);
    unfollowed.push(...found.unfollowed);
  }
  const own = fact?.purposes ?? [];
  if (fact !== undefined && works.length === 0) {
    works.push(...own.map((purpose) => ({ purpose, tool: fact.id, text, folder, place, tolerated: null, through })));
  }
  if (fact === undefined) unfollowed.push({ text, place, reason: 'not-in-catalogue' });
  return { ...step, kind: 'uses', works, unfollowed, purposes: purposesOf(works) };
}

/** A reference that leads out of the repository. */
export function outsideStep(given: Given): Step {
  const { text, place } = given;
  const unfollowed: Unfollowed[] = [{ text, place, reason: 'external-code' }];
  return { ...blank, ...given, kind: 'template', works: [], purposes: ['other'], unfollowed };
}

function callingOf({ variables }: Pick<Step, 'variables'>, folder: string): Calling {
  return { folder, variables: knownVariables(variables), tolerated: null, through: [] };
}

/** The commands in an action's inputs, and the one that it runs by itself. */
function scriptsOf(fact: PipelineAction | undefined, { inputs }: ActionReference, place: Place): Script[] {
  const input = (name: string): string | undefined => {
    const found = Object.entries(inputs).find(([given]) => given.toLowerCase() === name.toLowerCase())?.[1];
    return found && shownText(found);
  };
  const texts = (fact?.runs ?? []).flatMap((name) => input(name) ?? []);
  if (fact?.command !== undefined)
    texts.push(fact.command.replaceAll(/\{([\w-]+)\}/g, (_, name: string) => input(name) ?? ''));
  return texts.map((text) => ({
    ...scriptAt(place, text.replaceAll(/\$\{\{.*?\}\}/gs, '${DYNAMIC}')),
    ...(fact?.language && { language: fact.language }),
  }));
}
