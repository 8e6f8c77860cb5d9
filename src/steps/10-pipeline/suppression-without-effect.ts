import { evidence } from '../../evidence/evidence.ts';
import { clouds } from '../../evidence/vocabulary.ts';
import { defineCheck, type Subject } from '../define.ts';
import { handlerModule, samTemplate } from '../examples.ts';
import { fail, pass } from '../judgement.ts';
import type { Suppression } from '../suppression.ts';

interface Stated extends Subject {
  readonly suppression: Suppression;
}

const today = '2026-11-21';
const suppressed = (comment: string): Record<string, string> => ({
  'app.py': handlerModule,
  'template.yaml': samTemplate(['Handler: app.handler', `Runtime: python3.10 ${comment}`]),
});
const complete = { title: 'Write skyworthy: ignore[check-id] and the reason.', safe: true, intents: [] };

export const check = defineCheck({
  id: 'suppression-without-effect',
  scope: 'suppressions',
  step: 'pipeline',
  clouds,
  severity: 'risk',
  title: 'Give a suppression the id of a check and a reason',
  docs: {
    why: 'A suppression without a reason, or of a check that does not exist, suppresses nothing: the finding that it was written for still counts. Without a reason nobody can tell later whether it still holds.',
    fix: 'Write `skyworthy: ignore[check-id] reason` in a comment on the line of the finding, alone on the line above it, or at the first line of the resource. `skyworthy explain` lists the ids.',
    whenNone: 'Nothing is suppressed in the files where a check found something to judge.',
    bad: [
      { title: 'No reason', files: suppressed('# skyworthy: ignore[runtime-deprecated]'), today },
      {
        title: 'An id that is misspelt',
        files: suppressed('# skyworthy: ignore[runtime-depreciated] moves in March'),
        today,
      },
      { title: 'No id', files: suppressed('# skyworthy: ignore'), today },
      {
        title: 'Words that are nearly those of a suppression',
        files: suppressed('# skyworthy: disable[runtime-deprecated] moves in March'),
        today,
      },
      {
        title: 'Behind an instruction of a Dockerfile, where the format has no comments',
        files: {
          'app.py': 'from fastapi import FastAPI\napp = FastAPI()\n',
          Dockerfile:
            'FROM python:3.8 # skyworthy: ignore[runtime-deprecated] moves in March\nCOPY app.py .\nCMD ["uvicorn", "app:app"]\n',
        },
        today,
      },
    ],
    good: [
      {
        title: 'An id and a reason',
        files: suppressed('# skyworthy: ignore[runtime-deprecated] moves in March'),
        today,
      },
      {
        title: 'Two ids, and the reason behind a colon',
        files: suppressed('# skyworthy: ignore[runtime-deprecated, runtime-block-near]: moves in March'),
        today,
      },
      {
        title: 'A comment that only speaks of the tool',
        files: suppressed(
          '# skyworthy: disable the step when it retires\n      # skyworthy: ignore[runtime-deprecated] retires in March',
        ),
        today,
      },
      {
        title: 'A reason that is a ticket, and a comment for another tool behind it',
        files: suppressed('# skyworthy: ignore[runtime-deprecated] ORD-17 # noqa'),
        today,
      },
    ],
    sources: ['https://docs.astral.sh/ruff/rules/invalid-rule-code/'],
  },
  subjects: (suppressions): Stated[] =>
    suppressions.map((suppression) => ({
      name: `${suppression.check ?? 'no check'} in ${suppression.place.file}`,
      suppression,
    })),
  judge: ({ suppression: { check: id, reason, state, nearest, place, text } }) => {
    const stated = evidence(place, text);
    if (state === 'misspelt')
      return fail('These are not quite the words of a suppression: it suppresses nothing.', [stated], {
        fix: complete,
      });
    if (state === 'misplaced')
      return fail('Behind an instruction there are no comments in this format: it suppresses nothing.', [stated], {
        fix: { title: 'Put it alone on the line above.', safe: true, intents: [] },
      });
    if (id === null) return fail('The suppression names no check: it suppresses nothing.', [stated], { fix: complete });
    if (state === 'unknown-check') {
      const near = nearest.length === 0 ? 'skyworthy explain lists them' : `did you mean ${nearest.join(' or ')}?`;
      return fail(`There is no check ${id} to suppress: ${near}`, [stated]);
    }
    if (reason === '')
      return fail(`The suppression of ${id} gives no reason: it suppresses nothing.`, [stated], { fix: complete });
    return pass(`It names ${id} and says why.`, stated);
  },
});
