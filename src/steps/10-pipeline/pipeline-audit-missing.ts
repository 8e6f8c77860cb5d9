import { evidence } from '../../evidence/evidence.ts';
import type { Service } from '../../services/service.ts';
import { defineCheck } from '../define.ts';
import { pass } from '../judgement.ts';
import { withWorkflow, workflow } from './examples.ts';
import { judgePurpose, pipelinesAsOne } from './purpose-missing.ts';

const dependabot = (ecosystem: string): Record<string, string> => ({
  '.github/dependabot.yml': `version: 2\nupdates:\n  - package-ecosystem: ${ecosystem}\n    directory: /\n    schedule: { interval: weekly }\n`,
});

export const check = defineCheck({
  id: 'pipeline-audit-missing',
  scope: 'service',
  step: 'pipeline',
  clouds: ['aws', 'azure', 'gcp', 'kubernetes', 'other', 'none'],
  severity: 'improvement',
  title: 'Have dependencies watched for known vulnerabilities',
  docs: {
    why: 'Most of what is deployed was written by others, and vulnerabilities in it become known after it was pinned. Where nothing in the repository looks for them, it is shipped with them. Alerts that are turned on in the settings of the host do not show in the files.',
    fix: 'Run pip-audit or a scanner in the pipeline, or set up Dependabot or Renovate for Python.',
    whenNone:
      'No pipeline of the repository is about it, or it declares no dependencies; of code that nothing deploys, extras and groups do not count.',
    bad: [
      { title: 'Tests and a linter', files: withWorkflow(workflow(['run: pytest', 'run: ruff check .'])) },
      {
        title: 'Dependabot for actions alone',
        files: withWorkflow(workflow(['run: pytest']), dependabot('github-actions')),
      },
    ],
    good: [
      { title: 'pip-audit', files: withWorkflow(workflow(['run: pytest', 'run: pip-audit'])) },
      { title: 'Dependabot for Python', files: withWorkflow(workflow(['run: pytest']), dependabot('pip')) },
      {
        title: 'Renovate',
        files: withWorkflow(workflow(['run: pytest']), { 'renovate.json': '{ "extends": ["config:recommended"] }\n' }),
      },
      {
        title: 'A script of elsewhere, of which it cannot be told',
        files: withWorkflow(workflow(['run: pytest', 'run: ./tools/security-audit'])),
      },
    ],
    sources: [
      'https://github.com/pypa/pip-audit',
      'https://docs.github.com/code-security/dependabot/working-with-dependabot/dependabot-options-reference',
    ],
  },
  subjects: (service, facts) =>
    service.manifests.some(({ dependencies }) => dependencies.some(({ group }) => !isOptional(service, group)))
      ? pipelinesAsOne('audit', service, facts)
      : [],
  judge: (subject, service, facts) => {
    const [watcher] = facts.pipelines().watchers;
    if (watcher !== undefined) return pass('Its dependencies are watched.', evidence(watcher, watcher.text));
    return judgePurpose(
      subject,
      {
        purposes: ['audit', 'scan'],
        words: /audit|vuln|secur|snyk|dependen|scan|trivy|grype|renovate|\bcve/i,
        does: 'audits its dependencies',
      },
      service,
      facts,
      'improvement',
    );
  },
});

/** Of what is published, extras and groups are for whoever installs it with them, or for whoever works on it. */
function isOptional({ compute }: Service, group: string | null): boolean {
  return compute === null && group !== null;
}
