import type { EntryPoint } from '../../services/service.ts';
import { defineCheck, type Subject } from '../define.ts';
import { samTemplate } from '../examples.ts';
import { fail, pass, unknown } from '../judgement.ts';

interface Handler extends Subject {
  readonly entry: EntryPoint;
}

const template = samTemplate(['CodeUri: src/', 'Handler: app.handler', 'Runtime: python3.13']);

export const check = defineCheck({
  id: 'entry-point-missing',
  scope: 'service',
  step: 'package',
  clouds: ['aws', 'azure', 'gcp'],
  severity: 'blocker',
  title: 'Name a function that exists as entry point',
  docs: {
    why: 'The platform imports the module that the entry point names and calls the function in it. If either is missing, every invocation fails: Lambda answers Runtime.ImportModuleError or Runtime.HandlerNotFound.',
    fix: 'Correct the name of the module or function, or the folder that is packaged. On Lambda the handler is `module.function`, the module relative to the packaged folder.',
    whenNone: 'It names no entry point.',
    bad: [
      {
        title: 'The function has another name',
        files: { 'template.yaml': template, 'src/app.py': 'def main(event, context): ...\n' },
      },
      {
        title: 'The module has another name',
        files: { 'template.yaml': template, 'src/main.py': 'def handler(event, context): ...\n' },
      },
      {
        title: 'The handler repeats the packaged folder',
        files: {
          'template.yaml': samTemplate(['CodeUri: src/', 'Handler: src.app.handler', 'Runtime: python3.13']),
          'src/app.py': 'def handler(event, context): ...\n',
        },
      },
    ],
    good: [
      { title: 'A function', files: { 'template.yaml': template, 'src/app.py': 'def handler(event, context): ...\n' } },
      {
        title: 'A name that is imported',
        files: { 'template.yaml': template, 'src/app.py': 'from api import main as handler\n' },
      },
      {
        title: 'An object that can be called',
        files: { 'template.yaml': template, 'src/app.py': 'handler = Mangum(app)\n' },
      },
      {
        title: 'A handler that a layer brings cannot be told',
        files: {
          'template.yaml': samTemplate([
            'CodeUri: src/',
            'Handler: wrapper.handler',
            'Runtime: python3.13',
            'Layers:',
            '  - !Ref Wrapper',
          ]),
          'src/app.py': 'def handler(event, context): ...\n',
        },
      },
    ],
    sources: ['https://docs.aws.amazon.com/lambda/latest/dg/python-handler.html'],
  },
  subjects: (service): Handler[] => service.entryPoints.map((entry) => ({ name: entry.handler.text, entry })),
  judge: ({ entry }) => {
    const { handler } = entry;
    if (entry.found) return pass(`${entry.function} is defined in ${entry.file}.`, entry.definition, handler);
    switch (entry.problem) {
      case 'missing-module':
      case 'missing-function':
        return fail(`${handler.text} names ${entry.detail}: every invocation fails.`, [handler], {
          fix: { title: 'Correct the handler, or the folder that is packaged.', safe: false, intents: [] },
        });
      default:
        return unknown(entry.problem, `${handler.text} cannot be looked up: ${entry.detail}.`, handler);
    }
  },
});
