// The contract of the commands: fix.
import { execFileSync } from 'node:child_process';
import { chmodSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { FixDocument } from '../../src/report/documents/fix.ts';
import type { Files } from '../judge-files.ts';
import { type Outcome, run } from '../run-main.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const template = `Transform: AWS::Serverless-2016-10-31
Resources:
  Resize:
    Type: AWS::Serverless::Function
    Properties:
      Handler: app.handler
      Runtime: python3.13
      Timeout: 60
      Events:
        Jobs:
          Type: SQS
          Properties:
            Queue: !GetAtt Jobs.Arn
  Jobs: # work to do
    Type: AWS::SQS::Queue
    Properties:
      VisibilityTimeout: 30 # seconds
`;
const fixed = template.replace('VisibilityTimeout: 30', 'VisibilityTimeout: 360');
const app = 'def handler(event, context):\n    return event\n';
const files = { 'template.yaml': template, 'app.py': app };

const git = (folder: string, ...args: string[]): void =>
  void execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.c', ...args], { cwd: folder, stdio: 'pipe' });

/** A folder with files, all committed. */
function committed(content: Files): string {
  const folder = temporaryFolder(content);
  git(folder, 'init', '-q');
  git(folder, 'add', '-A');
  git(folder, 'commit', '-q', '-m', 'a');
  return folder;
}

const fix = (folder: string, ...args: string[]): Promise<Outcome> =>
  run(['fix', '.', '--cwd', folder, '--today', '2026-11-21', ...args]);
const textIn = (folder: string, file = 'template.yaml'): string => readFileSync(join(folder, file), 'utf8');

describe('fix', () => {
  test('writes what is safe, says what is left, and changes nothing more when it runs again', async () => {
    const folder = committed(files);
    const first = await fix(folder);
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(first.out).toContain('template.yaml:17 queue-visibility-too-short');
    expect(first.out.replaceAll('\n', ' ')).toContain('1 fix in 1 file carried out. Left: 1 that may change more');
    expect(textIn(folder)).toBe(fixed);
    git(folder, 'commit', '-q', '-am', 'b');
    expect((await fix(folder)).out).toContain('Nothing was fixed.');
    expect(textIn(folder)).toBe(fixed);
    expect(readdirSync(folder).sort()).toEqual(['.git', 'app.py', 'template.yaml']);
  });

  test('--unsafe carries out the others too', async () => {
    const folder = committed(files);
    await fix(folder, '--unsafe');
    expect(textIn(folder)).toContain('JobsDeadLetters:');
    expect(textIn(folder)).toContain('VisibilityTimeout: 360 # seconds\n');
  });

  test('--diff writes nothing, and what it prints is what git applies', async () => {
    const folder = committed(files);
    const { code, out, err } = await fix(folder, '--diff');
    expect(code).toBe(0);
    expect(out.split('\n').slice(0, 3)).toEqual(['--- a/template.yaml', '+++ b/template.yaml', '@@ -14,4 +14,4 @@']);
    expect(err).toContain('would be carried out');
    expect(textIn(folder)).toBe(template);
    writeFileSync(join(folder, 'a.patch'), out);
    git(folder, 'apply', 'a.patch');
    expect(textIn(folder)).toBe(fixed);
  });

  test('a diff is painted for a terminal alone, and cannot speak to it', async () => {
    const folder = committed({ ...files, 'template.yaml': template.replace('# seconds', '# \x1b[2J seconds') });
    const args = ['fix', '.', '--cwd', folder, '--today', '2026-11-21', '--diff'];
    const { out } = await run(args, { width: 80, color: true });
    expect(out).toContain('\x1b[32m+      VisibilityTimeout: 360 # \\x1b[2J seconds\x1b[39m\n');
    expect((await run(args)).out).toContain('360 # \x1b[2J seconds\n');
  });

  test('what is left for --unsafe is named', async () => {
    expect((await fix(committed(files))).out).toContain('Only with --unsafe:\ntemplate.yaml:14 dead-letter-missing\n');
  });

  test('--only, --skip, --step and --service choose', async () => {
    const folder = committed(files);
    for (const args of [
      ['--only', 'dead-letter-missing'],
      ['--skip', 'queue-visibility-too-short'],
      ['--step', 'tags'],
    ]) {
      expect((await fix(folder, ...args)).out, args.join(' ')).not.toContain('carried out');
    }
    expect((await fix(folder, '--service', 'Rezise')).err).toContain('Did you mean Resize');
    expect((await fix(folder, '--service', 'Resize', '--only', 'queue-visibility-too-short')).out).toContain(
      '1 fix in 1 file',
    );
  });

  test('JSON says what was done with each fix', async () => {
    const folder = committed(files);
    const document = JSON.parse(
      (await fix(folder, '--step', 'resilience', '--format', 'json', '--diff')).out,
    ) as FixDocument;
    expect(document).toMatchObject({ schemaVersion: 1, written: false, files: [{ file: 'template.yaml' }] });
    expect(document.fixes.map(({ check, outcome, line }) => [check, outcome, line])).toEqual([
      ['queue-visibility-too-short', 'applied', 17],
      ['dead-letter-missing', 'unsafe', 14],
    ]);
  });

  test('a mark, carriage returns and the mode of a file stay', async () => {
    const windows = `\uFEFF${template.replaceAll('\n', '\r\n')}`;
    const folder = committed({ ...files, 'template.yaml': windows });
    chmodSync(join(folder, 'template.yaml'), 0o640);
    git(folder, 'config', 'core.fileMode', 'false');
    expect((await fix(folder, '--unsafe')).code).toBe(0);
    const after = textIn(folder);
    expect(after.startsWith('\uFEFFTransform')).toBe(true);
    expect(after.replaceAll('\r\n', '')).not.toContain('\n');
    expect(statSync(join(folder, 'template.yaml')).mode & 0o777).toBe(0o640);
  });

  test('of two fixes that touch the same text the second is carried out in what the first leaves', async () => {
    const other = template.replace(
      / {2}Resize:[^]*(?= {2}Jobs: #)/,
      (one) => one + one.replace('Resize', 'Shrink').replace('60', '500'),
    );
    const folder = committed({ ...files, 'template.yaml': other });
    expect((await fix(folder, '--diff')).out.match(/^[+-] .*/gm)).toEqual([
      '-      VisibilityTimeout: 30 # seconds',
      '+      VisibilityTimeout: 3000 # seconds',
    ]);
    expect((await fix(folder)).out).toContain('2 fixes in 1 file carried out.');
    expect(textIn(folder)).toContain('VisibilityTimeout: 3000 # seconds');
    git(folder, 'commit', '-q', '-am', 'b');
    expect((await fix(folder)).out).toContain('Nothing was fixed.');
  });

  test('what several calls need is granted in one run', async () => {
    const code = `import os, boto3

def handler(event, context):
    boto3.resource("dynamodb").Table(os.environ["TABLE"]).put_item(Item={})
    boto3.client("sns").publish(TopicArn="arn:aws:sns:eu-west-1:123456789012:t", Message="")
`;
    const policies = `      Environment: { Variables: { TABLE: !Ref Orders } }
      Policies:
        - Statement:
            - { Effect: Allow, Action: 'sns:*', Resource: '*' } # all
`;
    const orders = '  Orders: { Type: AWS::DynamoDB::Table }\n';
    const text = template.replace('      Events:', `${policies}      Events:`) + orders;
    const folder = committed({ 'app.py': code, 'template.yaml': text });
    await fix(folder, '--unsafe', '--step', 'permissions');
    expect(
      textIn(folder),
    ).toContain(`- { Effect: Allow, Action: 'sns:Publish', Resource: 'arn:aws:sns:eu-west-1:123456789012:t' } # all
            - Effect: Allow
              Action:
                - dynamodb:PutItem
              Resource: !GetAtt Orders.Arn
`);
  });
});

describe('fix refuses, and nothing is written', () => {
  /** The line on standard error. */
  const refusal = async (folder: string): Promise<string> => {
    const before = textIn(folder);
    const { code, out, err } = await fix(folder);
    expect({ code, out, text: textIn(folder) }).toEqual({ code: 2, out: '', text: before });
    return err;
  };

  test('over changes that are not committed, unless forced', async () => {
    const folder = committed(files);
    writeFileSync(join(folder, 'template.yaml'), `${template}# mine\n`);
    expect(await refusal(folder)).toMatch('template.yaml has changes that are not committed');
    git(folder, 'add', '-A');
    expect(await refusal(folder)).toMatch('template.yaml has changes that are not committed');
    expect(await fix(folder, '--force')).toMatchObject({ code: 0, err: '' });
    expect(textIn(folder)).toBe(`${fixed}# mine\n`);
  });

  test('over a file that git does not know', async () => {
    const folder = committed({ 'app.py': app });
    writeFileSync(join(folder, 'template.yaml'), template);
    expect(await refusal(folder)).toMatch('template.yaml has changes');
  });

  test('where there is no repository', async () => {
    expect(await refusal(temporaryFolder(files))).toMatch(
      /^skyworthy: \. is in no git repository, .* Look with --diff, write with --force\.$/m,
    );
  });

  test('changes elsewhere do not matter', async () => {
    const folder = committed(files);
    writeFileSync(join(folder, 'app.py'), `${app}# mine\n`);
    expect((await fix(folder)).code).toBe(0);
  });
});

test('links are neither followed nor replaced', async () => {
  const outside = temporaryFolder(files);
  const folder = committed({ 'app.py': app });
  symlinkSync(join(outside, 'template.yaml'), join(folder, 'template.yaml'));
  symlinkSync(outside, join(folder, 'linked'));
  expect((await fix(folder, '--force')).out).toContain('There is nothing to fix.');
  expect(textIn(outside)).toBe(template);
});

test('an empty folder has nothing to fix, and a broken file is left alone', async () => {
  expect(await fix(temporaryFolder({ 'README.md': '' }))).toMatchObject({ code: 0, out: 'There is nothing to fix.\n' });
  const folder = committed({ ...files, 'template.yaml': `${template}  Broken: [\n` });
  expect((await fix(folder)).code).toBe(0);
  expect(textIn(folder)).toContain('Broken: [');
});

test.for([
  [['fix', 'gone'], 'gone does not exist'],
  [['fix', '--dif'], 'Did you mean --diff?'],
  [['fix', '--only', 'queue-visibility'], 'there is no check queue-visibility. skyworthy explain lists them.'],
] as const)('wrong words: %j', async ([args, message]) => {
  const { code, err } = await run([...args, '--cwd', temporaryFolder(files)]);
  expect(code).toBe(2);
  expect(err).toContain(message);
});
