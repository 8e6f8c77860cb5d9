// https://setuptools.pypa.io/en/latest/references/keywords.html
import { Draft } from '../draft.ts';
import type { Manifest } from '../manifest.ts';
import { Evaluator } from './evaluate.ts';
import { SetupExtractor } from './extract.ts';
import { SetupModule } from './module.ts';

/**
 * Reads `setup.py` through its tree, never by running it: literals, names that the module assigns once, and what lists
 * and texts are put together with. Anything else is a fault with its reason; a file of requirements that is read is
 * included. Never throws.
 */
export function readSetupPy(file: string, text: string): Manifest {
  const draft = new Draft(file, 'setup-py', text);
  const module = new SetupModule(file, text);
  for (const { start, end, message } of module.tree.errors) draft.fault(module.range(start, end), message);
  const evaluator = new Evaluator(module);
  const extractor = new SetupExtractor(evaluator, draft);
  for (const call of module.setupCalls) extractor.extract(evaluator.keywords(call));
  return draft.finish();
}
