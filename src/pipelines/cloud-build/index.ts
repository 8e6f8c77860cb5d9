// https://docs.cloud.google.com/build/docs/build-config-file-schema
import { startOf } from '../../evidence/place.ts';
import { joinPath } from '../../repository/paths.ts';
import { buildOfOneJob } from '../build-of-one-job.ts';
import { scriptAt, scriptOf } from '../commands/script.ts';
import { runStep, usesStep } from '../make-step.ts';
import type { Credential, Pipeline, PipelineVariables, PythonSetup, Step } from '../model.ts';
import { distinctPythons, pythonOfImage } from '../python-setup.ts';
import type { Draft } from '../reading.ts';
import { entriesOf, get, itemsOf, type PipelineNode, textIn, textsIn } from '../tree/node.ts';
import { known, record, unknown } from '../values.ts';

/** What is said of a file that is no build. */
export const withoutSteps = 'a build without steps';

/** Reads a build as a pipeline of one job. What starts it stands elsewhere. */
export function readCloudBuild(draft: Draft): Pipeline {
  const { root, file } = draft;
  const place = root?.place ?? startOf(file);
  const substitutions = record(
    entriesOf(get(root, 'substitutions')).map(({ key, value }) => [key, textIn(value) ?? ''] as const),
  );
  const variables = record(Object.entries(substitutions).map(([name, text]) => [name, known(text)] as const));
  const nodes = itemsOf(get(root, 'steps')).slice(0, draft.stepsLeft);
  const steps = nodes.map((node) => stepOf(draft, node, substitutions));
  const pushed = pushStep(draft, root);
  const account = textIn(get(root, 'serviceAccount')) ?? 'service account of the build';
  const python: PythonSetup[] = nodes.flatMap((node) =>
    pythonOfImage(known(put(textIn(get(node, 'name')) ?? '', substitutions)), node.place),
  );
  if (root !== undefined && steps.length === 0) draft.fault(place, withoutSteps);
  const machine = textIn(get(root, 'options', 'machineType'));
  return buildOfOneJob(draft, {
    system: 'cloud-build',
    startedBy: 'trigger',
    runner: machine === undefined ? null : known(machine),
    variables,
    steps: pushed === undefined ? steps : [...steps, pushed],
    python: distinctPythons(python),
    credentials: [{ kind: 'platform', cloud: 'gcp', name: account, place }],
  });
}

/** A step is a container: its script, or its entry point with arguments; the name of the image stands for its own entry point. */
function stepOf(draft: Draft, node: PipelineNode, substitutions: Readonly<Record<string, string>>): Step {
  const text = (key: string): string | undefined => {
    const written = textIn(get(node, key));
    return written === undefined ? undefined : put(written, substitutions);
  };
  const image = text('name') ?? '';
  const folder = text('dir');
  const variables: PipelineVariables = record(
    textsIn(get(node, 'env')).flatMap((line) => {
      const at = line.indexOf('=');
      const value = put(line.slice(at + 1), substitutions);
      return at < 0 ? [] : [[line.slice(0, at), /\$/.test(value) ? unknown(value) : known(value)] as const];
    }),
  );
  const credentials = itemsOf(get(node, 'secretEnv')).map((item): Credential => {
    const name = textIn(item) ?? '';
    return { kind: 'secret', cloud: draft.reading.tools.cloudOfVariable(name) ?? null, name, place: item.place };
  });
  const inner = folder === undefined ? undefined : joinPath('.', folder);
  const given = {
    name: text('id') ?? null,
    variables,
    workingFolder: folder === undefined ? null : known(folder),
    continueOnError: textIn(get(node, 'allowFailure')) === 'true',
    credentials,
    place: node.place,
    through: [],
  };
  const scriptNode = get(node, 'script');
  const script = text('script');
  const args = textsIn(get(node, 'args')).map((word) => put(word, substitutions));
  const program =
    text('entrypoint') ??
    image
      .replace(/[@:][^/]*$/, '')
      .split('/')
      .at(-1) ??
    '';
  const shell = text('entrypoint') === undefined && /^(\/(usr\/)?bin\/)?(ba|da)?sh$/.test(args[0] ?? '');
  const written = script ?? (shell ? ['sh', ...args.slice(1)] : [program, ...args]).map(quoted).join(' ');
  const step = runStep(
    draft.reading,
    { ...given, text: written },
    scriptNode !== undefined && script !== undefined
      ? scriptOf(scriptNode, script)
      : scriptAt((get(node, 'args') ?? node).place, written),
    inner ?? '.',
  );
  const fact = draft.reading.tools.image(image);
  if (step.works.length > 0 || fact === undefined) return step;
  const [name = '', version = null] = image.split(/[@:](?=[^/]*$)/);
  return usesStep(
    draft.reading,
    { ...given, text: image, action: { name, version, pinned: /@sha256:/.test(image), inputs: record<never>([]) } },
    fact,
  );
}

/** `images:` are pushed when all steps have ended. */
function pushStep(draft: Draft, root: PipelineNode | undefined): Step | undefined {
  const images = get(root, 'images');
  const texts = textsIn(images);
  if (images === undefined || texts.length === 0) return undefined;
  return runStep(
    draft.reading,
    { name: 'images', text: texts.join('\n'), place: images.place, through: [] },
    scriptAt(images.place, texts.map((image) => `docker push ${quoted(image)}`).join('\n')),
  );
}

/** `$_NAME` and `${_NAME}` with the defaults put in; `$$` is a dollar. */
function put(text: string, substitutions: Readonly<Record<string, string>>): string {
  return text
    .replaceAll(/\$\$|\$\{?(\w+)\}?/g, (written, name?: string) =>
      name === undefined ? '$' : (substitutions[name] ?? written),
    )
    .slice(0, 100_000);
}

function quoted(word: string): string {
  return /[\s"`;&|<>()\\#*?']/.test(word) ? `'${word.replaceAll("'", `'\\''`)}'` : word;
}
