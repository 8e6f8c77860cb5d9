// Files of a small serverless application, for tests of the checks that look at events and queues.
import { handlerModule, samTemplate } from '../src/steps/examples.ts';
import type { Files } from './judge-files.ts';

const lambda = ['Handler: app.handler', 'Runtime: python3.13'];

/** A SAM function `Resize` with further properties, and further resources. */
export const sam = (properties: string[], resources: string[] = []): Files => ({
  'app.py': handlerModule,
  'template.yaml': samTemplate([...lambda, ...properties], resources),
});

/** The property `Events` with one event. */
export const event = (name: string, type: string, ...settings: string[]): string[] => [
  'Events:',
  `  ${name}:`,
  `    Type: ${type}`,
  ...(settings.length > 0 ? ['    Properties:', ...settings.map((line) => `      ${line}`)] : []),
];

/** The queue `Jobs`. */
export const jobs = (...properties: string[]): string[] => [
  'Jobs:',
  '  Type: AWS::SQS::Queue',
  ...(properties.length > 0 ? ['  Properties:', ...properties.map((line) => `    ${line}`)] : []),
];

/** A plain function `Worker`, with other resources; its name stands on line 2. */
export const cloudformation = (resources: string, properties = ''): Files => ({
  'template.yaml': `Resources:
  Worker:
    Type: AWS::Lambda::Function
    Properties: { Handler: app.handler, Runtime: python3.13, Code: src${properties} }
${resources}`,
});
