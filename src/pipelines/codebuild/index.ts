// https://docs.aws.amazon.com/codebuild/latest/userguide/build-spec-ref.html
import { startOf } from '../../evidence/place.ts';
import { buildOfOneJob } from '../build-of-one-job.ts';
import { joinedScripts, scriptOf } from '../commands/script.ts';
import { runStep } from '../make-step.ts';
import type { Credential, Pipeline, PythonSetup, Step } from '../model.ts';
import type { Draft } from '../reading.ts';
import { entriesOf, get, itemsOf, textIn, textsIn } from '../tree/node.ts';
import { known, knownVariables, record } from '../values.ts';

const phases = ['install', 'pre_build', 'build', 'post_build'] as const;

/** Reads a buildspec as a pipeline of one job whose steps are its phases. What starts it stands elsewhere. */
export function readBuildspec(draft: Draft): Pipeline {
  const { root, file } = draft;
  const place = root?.place ?? startOf(file);
  const variables = record(
    entriesOf(get(root, 'env', 'variables')).flatMap(({ key, value }) =>
      textIn(value) === undefined ? [] : [[key, known(textIn(value) ?? '')] as const],
    ),
  );
  const secrets = [get(root, 'env', 'secrets-manager'), get(root, 'env', 'parameter-store')]
    .flatMap((node) => entriesOf(node))
    .map(
      ({ key, keyPlace }): Credential => ({
        kind: 'secret',
        cloud: draft.reading.tools.cloudOfVariable(key) ?? null,
        name: key,
        place: keyPlace,
      }),
    );
  const python: PythonSetup[] = [];
  const isOneShell = textIn(get(root, 'version')) !== '0.1';
  let folder = '.';
  const steps = phases.flatMap((name): Step[] => {
    const phase = get(root, 'phases', name);
    const version = get(phase, 'runtime-versions', 'python');
    const text = textIn(version);
    if (version !== undefined && text !== undefined)
      python.push({ version: known(text), from: 'runtime', file: null, place: version.place });
    const items = ['commands', 'finally']
      .flatMap((key) => itemsOf(get(phase, key)))
      .filter((item) => textIn(item) !== undefined);
    const [first] = items;
    if (first === undefined) return [];
    const script = joinedScripts(items.map((item) => scriptOf(item, textIn(item) ?? '')));
    const continueOnError = textIn(get(phase, 'on-failure')) === 'CONTINUE';
    const given = {
      name,
      text: textsIn(get(phase, 'commands')).join('\n'),
      variables,
      continueOnError,
      place: first.place,
      through: [],
    };
    const step = runStep(draft.reading, given, script, folder);
    if (isOneShell) {
      folder = draft.reading.follower.folderAfter(script, { folder, variables: knownVariables(variables) });
    }
    return [step];
  });
  if (root !== undefined && get(root, 'phases') === undefined) draft.fault(place, 'a buildspec without phases');
  return buildOfOneJob(draft, {
    system: 'codebuild',
    startedBy: 'project',
    runner: null,
    variables,
    steps,
    python,
    credentials: [{ kind: 'platform', cloud: 'aws', name: 'service role', place }, ...secrets],
  });
}
