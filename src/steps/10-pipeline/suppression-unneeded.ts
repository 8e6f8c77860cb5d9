import { evidence } from '../../evidence/evidence.ts';
import { clouds } from '../../evidence/vocabulary.ts';
import { defineCheck, type Subject } from '../define.ts';
import { handlerModule, samTemplate } from '../examples.ts';
import { fail, pass } from '../judgement.ts';
import type { Suppression } from '../suppression.ts';

interface Stated extends Subject {
  readonly check: string;
  readonly suppression: Suppression;
}

const today = '2026-11-21';
const filesOf = (template: string): Record<string, string> => ({ 'app.py': handlerModule, 'template.yaml': template });
const service = (...runtime: string[]): Record<string, string> =>
  filesOf(samTemplate(['Handler: app.handler', ...runtime]));

export const check = defineCheck({
  id: 'suppression-unneeded',
  scope: 'suppressions',
  step: 'pipeline',
  clouds,
  severity: 'improvement',
  title: 'Take out a suppression when what it suppresses is mended',
  docs: {
    why: 'A suppression that suppresses nothing stays when the fault comes back, and hides it then. It also tells who reads the code of a fault that is not there.',
    fix: 'Delete the comment, or the id in its brackets that stands for no finding any more.',
    whenNone: 'Nothing is suppressed in the files where a check found something to judge.',
    bad: [
      {
        title: 'The runtime was raised, the comment stayed',
        files: service('Runtime: python3.13 # skyworthy: ignore[runtime-deprecated] moves in March'),
        today,
      },
      {
        title: 'It stands on another line than the finding',
        files: service('MemorySize: 256 # skyworthy: ignore[runtime-deprecated] moves in March', 'Runtime: python3.10'),
        today,
      },
    ],
    good: [
      {
        title: 'It stands on the line of the finding',
        files: service('Runtime: python3.10 # skyworthy: ignore[runtime-deprecated] moves in March'),
        today,
      },
      {
        title: 'It stands alone on the line above, with another comment between',
        files: service(
          '# skyworthy: ignore[runtime-deprecated, runtime-block-near] moves in March',
          '# The image library has no wheels for a newer one.',
          'Runtime: python3.10',
        ),
        today,
      },
      {
        title: 'It stands at the first line of the resource and speaks of all of it',
        files: filesOf(
          samTemplate(['Handler: app.handler', 'Runtime: python3.10']).replace(
            '  Resize:',
            '  # skyworthy: ignore[runtime-deprecated] retired in March\n  Resize:',
          ),
        ),
        today,
      },
      {
        title: 'The metadata of the resource says it, where the format has no comments',
        files: {
          'app.py': handlerModule,
          'template.json': `{
  "Resources": {
    "Resize": {
      "Type": "AWS::Serverless::Function",
      "Metadata": { "skyworthy": { "ignore": [{ "check": "runtime-deprecated", "reason": "retired in March" }] } },
      "Properties": { "Handler": "app.handler", "Runtime": "python3.10" }
    }
  }
}
`,
        },
        today,
      },
    ],
    sources: ['https://docs.astral.sh/ruff/rules/unused-noqa/'],
  },
  subjects: (suppressions): Stated[] =>
    suppressions.flatMap((suppression) => {
      const { check: id, reason, state, place } = suppression;
      const judged = id !== null && reason !== '' && (state === 'used' || state === 'unused');
      return judged ? [{ name: `${id} in ${place.file}`, check: id, suppression }] : [];
    }),
  judge: ({ check: id, suppression: { state, place, text } }) =>
    state === 'used'
      ? pass(`It suppresses ${id}.`, evidence(place, text))
      : fail(`${id} finds nothing there: the suppression is not needed.`, [evidence(place, text)], {
          fix: { title: `Take out the suppression of ${id}.`, safe: true, intents: [] },
        }),
});
