// https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax
import type { Pipeline } from '../model.ts';
import type { Draft } from '../reading.ts';
import { get, textIn } from '../tree/node.ts';
import { jobsIn } from './jobs.ts';
import { noContexts, variablesIn } from './scope.ts';
import { permissionsIn, triggersIn } from './triggers.ts';

/** Reads a workflow with the actions and workflows of the tree that it calls. Faults are values in it. */
export function readWorkflow(draft: Draft): Pipeline {
  const { file, root } = draft;
  const permissions = permissionsIn(get(root, 'permissions'));
  const jobs = jobsIn(draft, {
    contexts: noContexts,
    root,
    prefix: '',
    needs: [],
    condition: null,
    permissions,
    credentials: [],
    through: [],
  });
  return {
    system: 'github-actions',
    file,
    name: textIn(get(root, 'name')) ?? null,
    triggers: triggersIn(root, file),
    permissions,
    variables: variablesIn(get(root, 'env'), noContexts),
    jobs,
    parts: draft.parts,
    faults: draft.faults,
  };
}
