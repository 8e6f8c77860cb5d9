// https://docs.aws.amazon.com/amplify/latest/userguide/yml-specification-syntax.html
import { startOf } from '../../evidence/place.ts';
import { joinPath } from '../../repository/paths.ts';
import { buildOfOneJob } from '../build-of-one-job.ts';
import { joinedScripts, scriptOf } from '../commands/script.ts';
import { runStep } from '../make-step.ts';
import type { Pipeline, PipelineVariables, Step } from '../model.ts';
import type { Draft } from '../reading.ts';
import { entriesOf, get, itemsOf, type PipelineNode, textIn, textsIn } from '../tree/node.ts';
import { known, record } from '../values.ts';

const parts = ['backend', 'frontend', 'test'] as const;
const phases = ['preBuild', 'build', 'preTest', 'test', 'postBuild', 'postTest'] as const;

/** Reads the build settings of AWS Amplify Hosting as a pipeline of one job: a step for each phase of each application. */
export function readAmplify(draft: Draft): Pipeline {
  const { root, file } = draft;
  const variables = record(
    entriesOf(get(root, 'env', 'variables')).flatMap(({ key, value }) => {
      const text = textIn(value);
      return text === undefined ? [] : [[key, known(text)] as const];
    }),
  );
  const applications = itemsOf(get(root, 'applications')).slice(0, mostApplications);
  const steps = (applications.length > 0 ? applications : root === undefined ? [] : [root]).flatMap((application) =>
    stepsOf(application, variables, draft),
  );
  return buildOfOneJob(draft, {
    system: 'amplify',
    startedBy: 'app',
    runner: null,
    variables,
    steps,
    python: [],
    credentials: [{ kind: 'platform', cloud: 'aws', name: 'service role', place: root?.place ?? startOf(file) }],
  });
}

const mostApplications = 200;

/** The phases of an application, in the folder that it names where a repository holds several. */
function stepsOf(application: PipelineNode, variables: PipelineVariables, draft: Draft): Step[] {
  const folder = joinPath('.', textIn(get(application, 'appRoot')) ?? '.') ?? '.';
  return parts.flatMap((part) =>
    phases.flatMap((phase): Step[] => {
      const commands = get(application, part, 'phases', phase, 'commands');
      const items = itemsOf(commands).filter((item) => textIn(item) !== undefined);
      const [first] = items;
      if (first === undefined) return [];
      const script = joinedScripts(items.map((item) => scriptOf(item, textIn(item) ?? '')));
      const text = textsIn(commands).join('\n');
      return [
        runStep(
          draft.reading,
          { name: `${part} ${phase}`, text, variables, place: first.place, through: [] },
          script,
          folder,
        ),
      ];
    }),
  );
}
