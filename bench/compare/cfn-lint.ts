// https://github.com/aws-cloudformation/cfn-lint: its rules for the life cycle of runtimes and for queues under functions.
import { openRepository } from '../../src/repository/disk.ts';
import { line, type Row } from './row.ts';
import { parseJson, type Run, type Tool } from './tool.ts';

interface Match {
  readonly Filename: string;
  readonly Message: string;
  readonly Rule: { readonly Id: string };
  readonly Location: { readonly Start: { readonly LineNumber: number }; readonly Path: readonly unknown[] | null };
}

const rules = ['W2531', 'E2531', 'E2533', 'E3505'];
const others = ['W', 'I', 'E1', 'E2', 'E3', 'E4', 'E5', 'E6', 'E7', 'E8', 'E9'];

/** So many templates at once: one that breaks the run costs the answers of the others, which are then asked singly. */
const batch = 25;

export const cfnLint: Tool = {
  name: 'cfn-lint',
  topics: ['runtime life cycle', 'queue visibility'],
  rows: async (folder, run) => {
    const templates = templatesIn(folder);
    const batches = Array.from({ length: Math.ceil(templates.length / batch) }, (_, index) =>
      templates.slice(index * batch, (index + 1) * batch),
    );
    return batches.flatMap((files) => matches(folder, files, run)).flatMap(rowOf);
  },
};

function matches(folder: string, files: readonly string[], run: Run): readonly Match[] {
  const ask = (some: readonly string[]): readonly Match[] | undefined =>
    parseJson(
      run(folder, '--format', 'json', '--ignore-checks', ...others, '--mandatory-checks', ...rules, '--', ...some),
    );
  return ask(files) ?? files.flatMap((file) => ask([file]) ?? []);
}

function rowOf({ Filename, Message, Rule, Location }: Match): Row[] {
  if (!rules.includes(Rule.Id)) return [];
  return [
    {
      topic: Rule.Id === 'E3505' ? 'queue visibility' : 'runtime life cycle',
      rule: Rule.Id,
      subject: `${(Location.Path ?? []).slice(0, 4).join('/')}: ${Message}`,
      places: [line(Filename, Location.Start.LineNumber)],
      verdict: 'fail',
      outside: /Runtime '(?!python)/.test(Message) ? 'another language' : null,
    },
  ];
}

/** The files that look like templates of CloudFormation, by the marks that its templates carry. */
function templatesIn(folder: string): string[] {
  const repository = openRepository(folder);
  return repository.files
    .filter((file) => /\.(ya?ml|json|template)$/.test(file))
    .filter((file) => {
      const read = repository.readText(file);
      return /AWSTemplateFormatVersion|AWS::Serverless/.test(read.ok ? read.text : '');
    });
}
