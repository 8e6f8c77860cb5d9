// Short templates for the examples of checks.

/** A SAM template with one function `Resize`; `properties` are lines of its properties, `resources` further resources. */
export function samTemplate(properties: readonly string[], resources: readonly string[] = []): string {
  return [
    'Transform: AWS::Serverless-2016-10-31',
    'Resources:',
    '  Resize:',
    '    Type: AWS::Serverless::Function',
    '    Properties:',
    ...properties.map((line) => `      ${line}`),
    ...resources.map((line) => `  ${line}`),
    '',
  ].join('\n');
}

/** The module that `samTemplate`'s functions name as `app.handler`. */
export const handlerModule = 'def handler(event, context):\n    return event\n';

/** A service in an image: `lines` are those of its Dockerfile between FROM and CMD, `files` stand beside it. */
export function imageFiles(
  from: string,
  lines: readonly string[] = [],
  files: Readonly<Record<string, string>> = {},
): Record<string, string> {
  const dockerfile = [`FROM ${from}`, ...lines, 'COPY app.py .', 'CMD ["python", "app.py"]', ''].join('\n');
  return { Dockerfile: dockerfile, 'app.py': 'print("ready")\n', ...files };
}

/** A Lambda function whose whole code is one module; `properties` are further lines of its template. */
export function functionFiles(code: string, ...properties: string[]): Record<string, string> {
  return {
    'app.py': code,
    'template.yaml': samTemplate(['Handler: app.handler', 'Runtime: python3.13', ...properties]),
  };
}
