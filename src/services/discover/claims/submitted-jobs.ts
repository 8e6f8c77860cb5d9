// https://sagemaker.readthedocs.io/en/stable/overview.html, https://docs.cloud.google.com/vertex-ai/docs/training/create-training-pipeline,
// https://learn.microsoft.com/azure/machine-learning/how-to-train-model
import { evidence } from '../../../evidence/evidence.ts';
import type { Cloud } from '../../../evidence/vocabulary.ts';
import { rangeOf } from '../../../python/range-of.ts';
import { folderOf, foldersUp, joinPath } from '../../../repository/paths.ts';
import type { Repository } from '../../../repository/repository.ts';
import {
  callee,
  firstArgument,
  firstTarget,
  Kind,
  NONE,
  type Node,
  parseModule,
  stringValue,
  type Tree,
  valueOf,
} from '../../../syntax/python/index.ts';
import type { Workspace } from '../../workspace.ts';
import { isTestModule } from '../apart.ts';
import { startsOfWords } from '../starts/starts-of.ts';
import type { Claim } from './claim.ts';

/** Calls of an SDK by which a script hands code of the repository to a managed service. */
interface Submission {
  readonly cloud: Cloud;
  /** The first part of what is imported, and the import without which the names mean something else. */
  readonly root: string;
  readonly imports: RegExp;
  readonly calls: RegExp;
  readonly script: string;
  readonly folder: string;
  readonly environment: string;
}

const submissions: readonly Submission[] = [
  {
    cloud: 'aws',
    root: 'sagemaker',
    imports: /^\s*(from|import) sagemaker\b/m,
    calls:
      /^(Estimator|PyTorch|TensorFlow|SKLearn|XGBoost|HuggingFace|MXNet|Chainer|(PyTorch|TensorFlow|SKLearn|XGBoost|HuggingFace|MXNet)Model)$/,
    script: 'entry_point',
    folder: 'source_dir',
    environment: 'Amazon SageMaker',
  },
  {
    cloud: 'gcp',
    root: 'google',
    imports: /^\s*(from google\.cloud import .*\baiplatform\b|(from|import) google\.cloud\.aiplatform\b)/m,
    calls: /^(CustomTrainingJob|from_local_script)$/,
    script: 'script_path',
    folder: '',
    environment: 'Vertex AI',
  },
  {
    cloud: 'azure',
    root: 'azure',
    imports: /^\s*(from|import) azure\.ai\.ml\b/m,
    calls: /^command$/,
    script: 'command',
    folder: 'code',
    environment: 'Azure Machine Learning',
  },
];

/** One claim for each job that a script submits with code of the repository, by the variable that holds it. */
export function submittedJobClaims({ repository, modules }: Workspace): Claim[] {
  return repository.files.flatMap((file) => {
    if (!file.endsWith('.py') || isTestModule(file)) return [];
    const roots = modules.scan(file);
    const possible = submissions.filter(({ root }) => roots.has(root));
    const content = possible.length === 0 ? undefined : repository.readText(file);
    if (content?.ok !== true) return [];
    const known = possible.filter(({ imports, script }) => content.text.includes(script) && imports.test(content.text));
    return known.length === 0 ? [] : claimsIn(file, content.text, known, repository);
  });
}

function claimsIn(file: string, text: string, known: readonly Submission[], repository: Repository): Claim[] {
  const tree = parseModule(new TextEncoder().encode(text));
  const claims: Claim[] = [];
  for (let node = 1 as Node; node < tree.count; node++) {
    if (tree.kind(node) !== Kind.Call) continue;
    const name = tree.nameText(callee(tree, node));
    const submission = known.find(({ calls }) => calls.test(name));
    const claim = submission && claimOf(file, tree, node, submission, repository);
    if (claim !== undefined) claims.push(claim);
  }
  return claims;
}

function claimOf(
  file: string,
  tree: Tree,
  call: Node,
  submission: Submission,
  repository: Repository,
): Claim | undefined {
  const texts = textArguments(tree, call);
  const script = texts.get(submission.script);
  if (script === undefined) return undefined;
  const folders = foldersUp(folderOf(file)).flatMap(
    (home) => joinPath(home, texts.get(submission.folder) ?? '.') ?? [],
  );
  const words = script.endsWith('.py') ? ['python', script] : ['sh', '-c', script.replaceAll(/\$\{\{[^{}]*\}\}/g, 'x')];
  const folder = folders.find((one) => startsOfWords(words, { repository, folders: [one] }).found !== null);
  if (folder === undefined) return undefined;
  const place = { file, ...rangeOf(tree, callee(tree, call)) };
  return {
    file,
    label: variableOf(tree, call) ?? script.replace(/^.*\//, '').replace(/\.py.*$/s, ''),
    name: null,
    rank: 'platform',
    cloud: submission.cloud,
    compute: 'ml',
    environment: submission.environment,
    place,
    definition: null,
    folder,
    command: words,
    runtime: { platform: null, id: null, python: null, evidence: [evidence(place, script)] },
  };
}

/** The keyword arguments that are texts. */
function textArguments(tree: Tree, call: Node): Map<string, string> {
  const found = new Map<string, string>();
  for (let argument = firstArgument(tree, call); argument !== NONE; argument = tree.nextSibling(argument)) {
    if (tree.kind(argument) !== Kind.KeywordArgument) continue;
    const text = stringValue(tree, valueOf(tree, argument));
    if (text !== undefined) found.set(tree.nameText(argument), text);
  }
  return found;
}

/** The name to which a call's value is given. */
function variableOf(tree: Tree, call: Node): string | undefined {
  const statement = tree.parent(call);
  if (statement === NONE || tree.kind(statement) !== Kind.Assignment) return undefined;
  const target = firstTarget(tree, statement);
  return tree.kind(target) === Kind.Name || tree.kind(target) === Kind.Attribute ? tree.nameText(target) : undefined;
}
