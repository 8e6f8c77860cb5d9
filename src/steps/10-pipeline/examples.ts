// Short pipelines for the examples of checks.

/** A workflow of one job with these steps; `head` are lines before its jobs. */
export function workflow(steps: readonly string[], head: readonly string[] = ['on: push']): string {
  return [...head, 'jobs:', ...job('all', steps), ''].join('\n');
}

/** The lines of a job of a workflow; `more` are lines of its own. */
export function job(id: string, steps: readonly string[], more: readonly string[] = []): string[] {
  return [
    `  ${id}:`,
    '    runs-on: ubuntu-latest',
    ...more.map((line) => `    ${line}`),
    '    steps:',
    ...steps.map((line) => `      - ${line}`),
  ];
}

/** A function at the root with this workflow. */
export function withWorkflow(text: string, files: Readonly<Record<string, string>> = {}): Record<string, string> {
  return {
    'template.yaml':
      'Transform: AWS::Serverless-2016-10-31\nResources:\n  Resize:\n    Type: AWS::Serverless::Function\n    Properties: { Handler: app.handler, Runtime: python3.13 }\n',
    'requirements.txt': 'requests==2.32.5\n',
    'app.py': 'def handler(event, context):\n    return event\n',
    '.github/workflows/ci.yml': text,
    ...files,
  };
}
