import { expect, test } from 'vitest';
import { run } from '../../../tests/run-main.ts';
import { temporaryFolder } from '../../../tests/temporary-folder.ts';

const advertisement = `Backend Engineer

You write Flask applications and keep them in Redis or similar.

Nice to have:
- GraphQL

No Kubernetes needed.
`;

const shop = { 'ad.txt': advertisement, 'shop/app.py': 'import flask\n\napp = flask.Flask("x")\n' };

test('each skill with the words that ask for it, and what the code shows of it', async () => {
  const { code, out, err } = await run(['job', 'ad.txt', '--against', 'shop', '--cwd', temporaryFolder(shop)]);
  expect([code, err]).toEqual([0, '']);
  expect(out).toBe(`Backend Engineer
ad.txt
  Required
    shown     Flask
              exercised, app.py:3
    not seen  Redis and Valkey or the like
              3:1 “You write Flask applications and keep them in Redis or
              similar.”
  Nice to have
    not seen  GraphQL
              6:3 “GraphQL”
  Named, but not asked for
    refused   Kubernetes
              8:1 “No Kubernetes needed.”

1 advertisement: 2 required, 1 nice to have. In shop: 1 shown, 0 partly shown
and 2 not seen.
`);
});

test('several advertisements: how many ask for what', async () => {
  const cwd = temporaryFolder({ 'one.txt': 'Flask and Redis.', 'two.txt': 'Nice to have: Flask.' });
  const { out } = await run(['job', 'one.txt', 'two.txt', '--cwd', cwd, '--format', 'json']);
  expect((JSON.parse(out) as { demand: unknown }).demand).toMatchObject([
    { id: 'flask', ads: 2, required: 1 },
    { id: 'redis', ads: 1, required: 1 },
  ]);
});

test('what the text says is Markdown nowhere, and no terminal obeys it', async () => {
  const cwd = temporaryFolder({
    'ad.txt': 'Developer of *things* here\n\nYou know \u001b[31mPython\u001b[0m <b>well</b> | truly.\n',
  });
  const markdown = await run(['job', 'ad.txt', '--cwd', cwd, '--format', 'markdown']);
  expect(markdown.out).toContain('## Developer of \\*things\\* here');
  const { out } = await run(['job', 'ad.txt', '--cwd', cwd]);
  expect(out).not.toContain('\u001b');
});

test.for([
  ['empty.txt', 'it is empty'],
  ['picture.png', 'it is no text'],
  ['folder', 'it is a folder'],
  ['missing.txt', 'it does not exist'],
] as const)('%s cannot be read', async ([file, reason]) => {
  const cwd = temporaryFolder({
    'empty.txt': ' \n',
    'picture.png': '\u0089PNG\0\0\0',
    'folder/a.txt': '',
    'ad.txt': 'Python.',
  });
  const alone = await run(['job', file, '--cwd', cwd]);
  expect([alone.code, alone.out]).toEqual([2, '']);
  expect(alone.err).toBe(
    `skyworthy: ${file} was not read: ${reason}.\nskyworthy: No advertisement could be read: give text or HTML.\n`,
  );
  const beside = await run(['job', file, 'ad.txt', '--cwd', cwd, '--format', 'json']);
  expect([beside.code, beside.err]).toEqual([0, `skyworthy: ${file} was not read: ${reason}.\n`]);
  expect(JSON.parse(beside.out)).toMatchObject({ ads: [{ file: 'ad.txt' }], unreadable: [{ file, line: 1, reason }] });
});

test('what surveys say of the skills asked for stands beside them, and all that they say where that is asked for', async () => {
  const cwd = temporaryFolder({ 'ad.txt': 'You know Docker and AWS.' });
  const { out } = await run(['job', 'ad.txt', '--cwd', cwd]);
  expect(out).toMatch(/The market\n[^]* {4}AWS +[█░]+ +\d+ % \d{4}\*/);
  expect(out).toContain('* as others report it: the page of the survey was not read');
  expect(out).not.toContain('Google Cloud');
  expect((await run(['job', 'ad.txt', '--market', '--cwd', cwd])).out).toMatch(/ {4}Google Cloud +[█░]+ /);
  expect((await run(['job', 'ad.txt', '--format', 'markdown', '--cwd', cwd])).out).toMatch(
    /\| AWS \| [█░]+ \d+ % \d{4}\\\*[^]*\n\\\* as others report it/,
  );
});

test('a repository that is not there is said, and the advertisement is read', async () => {
  const cwd = temporaryFolder({ 'ad.txt': 'You know Docker.' });
  const { code, out, err } = await run(['job', 'ad.txt', '--against', 'nope', '--cwd', cwd, '--format', 'json']);
  expect([code, err]).toEqual([0, 'skyworthy: nope was not read: it is no folder.\n']);
  expect(JSON.parse(out)).toMatchObject({
    against: [],
    unreadable: [{ file: 'nope', line: 1, reason: 'it is no folder' }],
  });
});

test('nothing is drafted where there is no Python; --against goes with advertisements', async () => {
  const cwd = temporaryFolder({ 'main.tf': 'resource "aws_instance" "web" {}\n' });
  expect(await run(['job', '--draft', '.', '--cwd', cwd])).toMatchObject({
    code: 0,
    out: 'No Python here: no draft.\n',
  });
  expect(await run(['job', '--draft', '.', '--against', '.', '--cwd', cwd])).toMatchObject({ code: 2, out: '' });
});

test('other languages are said', async () => {
  const cwd = temporaryFolder({
    'ad.txt': 'Wir suchen für unser Team eine Entwicklerin mit Python und Liebe zu der Sache.',
  });
  const { code, out } = await run(['job', 'ad.txt', '--cwd', cwd]);
  expect([code, out]).toEqual([0, expect.stringContaining('Not in English')]);
});

test('neither or both of advertisements and a draft are refused', async () => {
  const cwd = temporaryFolder(shop);
  expect(await run(['job', '--cwd', cwd])).toMatchObject({
    code: 2,
    err: expect.stringContaining('--draft') as string,
  });
  expect(await run(['job', 'ad.txt', '--draft', 'shop', '--cwd', cwd])).toMatchObject({ code: 2 });
});

test('a draft asks for what the code uses, and asks about what the checks find', async () => {
  const cwd = temporaryFolder({
    'template.yaml': `Transform: AWS::Serverless-2016-10-31
Resources:
  Orders:
    Type: AWS::Serverless::Function
    Properties: { Runtime: python3.8, Handler: app.handler, CodeUri: src/ }
`,
    'src/app.py': 'def handler(event, context):\n    return 1\n',
    'src/requirements.txt': 'boto3\n',
  });
  const { code, out } = await run([
    'job',
    '--draft',
    '.',
    '--format',
    'markdown',
    '--cwd',
    cwd,
    '--today',
    '2026-11-21',
  ]);
  expect(code).toBe(0);
  expect(out).toContain('- Orders: function on AWS, deployed as zip (`template.yaml#Orders`)');
  expect(out).toMatch(
    /- \*\*AWS Lambda\*\*: .+ \(.+`template\.yaml:\d+`\)|- \*\*AWS Lambda\*\*: .+`src\/app\.py:\d+`\)/,
  );
  expect(out).toContain('## Questions for the interview');
  expect(out).toMatch(/1\. .+\(`template\.yaml:\d+`.*, `runtime-[a-z-]+`\)/);
});

test('a choice that a requirement meets is named, and counts as none', async () => {
  const cwd = temporaryFolder({ 'ad.txt': 'Terraform is required. You know Terraform or Pulumi.\n' });
  const { out } = await run(['job', 'ad.txt', '--cwd', cwd]);
  expect(out).toMatch(/Required\n +Terraform\n[^]*Named, but not asked for\n +met +Pulumi\n/);
  expect(out).toContain('1 advertisement: 1 required, 0 nice to have.');
  const json = await run(['job', 'ad.txt', '--cwd', cwd, '--format', 'json']);
  expect(JSON.parse(json.out)).toMatchObject({ demand: [{ id: 'terraform' }] });
});

test('what could not be read of a repository is counted, and the document names it', async () => {
  const cwd = temporaryFolder({
    'ad.txt': 'You know Flask.\n',
    'shop/app.py': 'import flask\n\napp = flask.Flask("x")\n',
    'shop/main.tf': 'resource "aws_instance" "web" {\n',
  });
  const { err, out } = await run(['job', 'ad.txt', '--against', 'shop', '--cwd', cwd]);
  expect([err, out.replaceAll(/\s+/g, ' ')]).toEqual([
    '',
    expect.stringContaining('1 file could not be read in full.'),
  ]);
  const json = await run(['job', 'ad.txt', '--against', 'shop', '--cwd', cwd, '--format', 'json']);
  expect(JSON.parse(json.out)).toMatchObject({ unreadable: [{ root: 'shop', file: 'main.tf' }] });
  const draft = await run(['job', '--draft', 'shop', '--cwd', cwd]);
  expect(draft.out.replaceAll(/\s+/g, ' ')).toContain('1 file could not be read in full.');
  const drafted = await run(['job', '--draft', 'shop', '--cwd', cwd, '--format', 'json']);
  expect(JSON.parse(drafted.out)).toMatchObject({ unreadable: [{ file: 'main.tf' }] });
});

test('a draft asks by the day that is given', async () => {
  const cwd = temporaryFolder({
    'template.yaml': `Transform: AWS::Serverless-2016-10-31
Resources:
  Orders:
    Type: AWS::Serverless::Function
    Properties: { Runtime: python3.12, Handler: app.handler, CodeUri: src/ }
`,
    'src/app.py': 'def handler(event, context):\n    return 1\n',
  });
  const asked = async (day: string): Promise<string> =>
    (await run(['job', '--draft', '.', '--cwd', cwd, '--today', day, '--no-cache', '--format', 'json'])).out;
  expect(await asked('2025-01-01')).not.toContain('runtime-deprecated');
  expect(await asked('2035-01-01')).toContain('"check": "runtime-deprecated"');
});

test('what is code is not broken in a draft, however narrow the terminal', async () => {
  const folder = 'a-folder with a long name/that-goes-on/and-on-for-more-than-a-line';
  const cwd = temporaryFolder({ [`${folder}/app.py`]: 'import flask\n\napp = flask.Flask("x")\napp.route("/")\n' });
  const { out } = await run(['job', '--draft', '.', '--cwd', cwd], { width: 40, color: false });
  expect(out).toContain(`\`${folder}/app.py:3\``);
  expect(out.split('\n').filter((line) => line.length > 40 && !line.includes('`'))).toEqual([]);
  for (const line of out.split('\n')) expect((line.match(/`/g) ?? []).length % 2, line).toBe(0);
});

test('code that shows a skill is Python, whatever it shows', async () => {
  const cwd = temporaryFolder({ 'app.py': 'import flask\napp=flask.Flask("x")\n' });
  expect((await run(['job', '--draft', '.', '--cwd', cwd])).out).toContain('- **Flask**');
});
