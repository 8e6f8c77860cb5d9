// https://skaffold.dev/docs/references/yaml/ and https://skaffold.dev/docs/testers/custom/ : commands by which images are tested
import { folderOf, joinPath } from '../../repository/paths.ts';
import { optionValue, optionValues, type RecipeCall, type RecipePart } from '../commands/recipe.ts';
import { scriptOf } from '../commands/script.ts';
import { get, itemsOf, type PipelineNode, textIn } from '../tree/node.ts';
import { openTree } from '../tree/open.ts';

/** One configuration: a document of a file. */
interface Configuration {
  readonly file: string;
  readonly name: string | undefined;
  readonly node: PipelineNode;
}

const names = ['skaffold.yaml', 'skaffold.yml'];
const mostConfigurations = 200;

/**
 * The commands of the tests that `skaffold test` runs, and `skaffold run` before it deploys: those of its file and of all
 * that it requires, or, where modules are named that are there, of these and of what they require. A test runs in the
 * folder that it names as its context.
 */
export function skaffoldTests(call: RecipeCall): RecipePart[] | undefined {
  const tests = testsCalled(call);
  if (!call.words.includes('run')) return tests;
  const tool = call.tools.commandsOf('skaffold').find(({ id }) => id === 'skaffold run');
  const skipped = call.words.some((word) => /^--skip-tests(?:=true)?$/.test(word));
  if (tests.length === 0 || tool === undefined || skipped) return undefined;
  return [...tests, { tool, place: call.place, text: call.words.join(' ') }];
}

function testsCalled(call: RecipeCall): RecipePart[] {
  const given = optionValue(call.words, '-f', '--filename');
  const file = (given === undefined ? names : [given])
    .map((name) => joinPath(call.folder, name))
    .find((path) => path !== undefined && call.repository.has(path));
  if (file === undefined) return [];
  const all = required(call, documentsOf(call, file));
  const modules = new Set(optionValues(call.words, '-m', '--module').flatMap((value) => value.split(',')));
  const chosen = all.filter(({ name }) => name !== undefined && modules.has(name));
  const profiles = optionValues(call.words, '-p', '--profile').flatMap((value) => value.split(','));
  return (chosen.length > 0 ? required(call, chosen) : all).flatMap((one) => testsOf(one, profiles));
}

/** Configurations with all that they require, each once. */
function required(call: RecipeCall, first: readonly Configuration[]): Configuration[] {
  const found: Configuration[] = [];
  const open = [...first];
  for (let one = open.shift(); one !== undefined && found.length < mostConfigurations; one = open.shift()) {
    const { file, node } = one;
    if (found.some((other) => other.node === node)) continue;
    found.push(one);
    for (const requirement of itemsOf(get(node, 'requires'))) {
      const wanted = itemsOf(get(requirement, 'configs')).flatMap((name) => textIn(name) ?? []);
      const there = documentsOf(call, requiredFile(call, file, textIn(get(requirement, 'path'))));
      open.push(...there.filter(({ name }) => wanted.length === 0 || (name !== undefined && wanted.includes(name))));
    }
  }
  return found;
}

/** The path may name a file or its folder; without one it is the file itself. */
function requiredFile({ repository }: RecipeCall, file: string, path: string | undefined): string {
  const target = path === undefined ? file : joinPath(folderOf(file), path);
  const inFolder = target === undefined ? [] : names.map((name) => joinPath(target, name));
  return [target, ...inFolder].find((one) => one !== undefined && repository.has(one)) ?? '';
}

function documentsOf(call: RecipeCall, file: string): readonly Configuration[] {
  if (!call.repository.has(file)) return [];
  return call.once(`skaffold ${file}`, () =>
    openTree(call.repository, file).documents.map((node) => ({
      file,
      name: textIn(get(node, 'metadata', 'name')),
      node,
    })),
  );
}

function testsOf({ file, node }: Configuration, profiles: readonly string[]): RecipePart[] {
  const active = itemsOf(get(node, 'profiles')).filter((one) => profiles.includes(textIn(get(one, 'name')) ?? ''));
  return [node, ...active]
    .flatMap((one) => itemsOf(get(one, 'test')))
    .flatMap((test) => {
      const folder = joinPath(folderOf(file), textIn(get(test, 'context')) ?? '.') ?? folderOf(file);
      return itemsOf(get(test, 'custom')).flatMap((custom): RecipePart[] => {
        const command = get(custom, 'command');
        const text = textIn(command);
        return command === undefined || text === undefined
          ? []
          : [{ script: scriptOf(command, text), folder, tolerated: null }];
      });
    });
}
