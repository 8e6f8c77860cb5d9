import { defineCheck } from '../define.ts';
import { fail } from '../judgement.ts';
import { withWorkflow, workflow } from './examples.ts';
import { judgePurpose, pipelinesAsOne } from './purpose-missing.ts';

export const check = defineCheck({
  id: 'pipeline-analysis-missing',
  scope: 'service',
  step: 'pipeline',
  clouds: ['aws', 'azure', 'gcp', 'kubernetes', 'other', 'none'],
  severity: 'improvement',
  title: 'Analyse the code in the pipeline',
  docs: {
    why: 'A linter, a type checker or a security analyser finds in seconds what tests do not reach: a name that is not defined, a call with a wrong argument, a shell command made of what users send. Where no pipeline runs one, that depends on everybody remembering it.',
    fix: 'Run one over the Python code on every change: ruff, flake8 or pylint, mypy or pyright, bandit, CodeQL.',
    whenNone: 'No pipeline of the repository is about it.',
    bad: [
      { title: 'Tests alone', files: withWorkflow(workflow(['run: pytest', 'run: sam deploy'])) },
      {
        title: 'An analyser of another language',
        files: withWorkflow(workflow(['run: npx eslint ui', 'run: pytest', 'run: sam deploy'])),
      },
    ],
    good: [
      { title: 'A linter', files: withWorkflow(workflow(['run: ruff check .', 'run: sam deploy'])) },
      {
        title: 'Hooks that the pipeline runs',
        files: withWorkflow(workflow(['run: pre-commit run --all-files', 'run: sam deploy']), {
          '.pre-commit-config.yaml':
            'repos:\n  - repo: https://github.com/PyCQA/flake8\n    rev: 7.1.1\n    hooks: [{ id: flake8 }]\n',
        }),
      },
      {
        title: 'CodeQL in a workflow of its own',
        files: withWorkflow(workflow(['run: sam deploy']), {
          '.github/workflows/codeql.yml': workflow([
            'uses: actions/checkout@v5',
            '{ uses: github/codeql-action/init@v3, with: { languages: python } }',
            'uses: github/codeql-action/analyze@v3',
          ]),
        }),
      },
    ],
    sources: [
      'https://docs.github.com/code-security/code-scanning/introduction-to-code-scanning/about-code-scanning',
      'https://github.com/analysis-tools-dev/static-analysis',
    ],
  },
  subjects: (service, facts) => pipelinesAsOne('analysis', service, facts),
  judge: (subject, service, facts) => {
    const wanted = {
      purposes: ['analyse'],
      words: /lint|check|quality|format|style|analy|scan|sonar|typ(e|ing)|sast|security|code-?ql/i,
      does: 'analyses its Python code',
    } as const;
    const judged = judgePurpose(subject, wanted, service, facts, 'improvement');
    const byHand = judged.verdict === 'fail' ? facts.pipelines().analysedByHand(service) : null;
    if (judged.verdict !== 'fail' || byHand === null) return judged;
    const message = `No pipeline analyses its Python code; ${byHand.file}:${byHand.line} does, for whoever runs it by hand.`;
    return fail(message, [...judged.evidence, byHand], { severity: 'improvement' });
  },
});
