import { expect, test } from 'vitest';
import { openCatalogue } from '../../catalogue/catalogue.ts';
import { read } from '../../infrastructure/serverless/index.ts';
import { openModules } from '../../python/modules.ts';
import { memoryRepository } from '../../repository/memory.ts';
import { discoverUnits } from './discover.ts';
import type { Unit } from './unit.ts';

async function unitsOf(files: Record<string, string>): Promise<Unit[]> {
  const repository = memoryRepository(files);
  const { stacks } = await read({ repository, kindOf: () => null });
  const modules = openModules(repository, (bytes, readModule) => readModule(bytes));
  const workspace = { repository, catalogue: openCatalogue(), stacks, manifests: [], images: [], modules };
  return (await discoverUnits(workspace)).filter(({ compute }) => compute === 'function');
}

const service = (provider: string, ...lines: string[]): string =>
  `service: shop\nprovider:\n${provider}functions:\n  order:\n${lines.map((line) => `    ${line}\n`).join('')}`;

const aws = '  name: aws\n  runtime: python3.13\n';

test.each<[string, string[], string | null]>([
  ['in the folder of serverless.yml', ['handler: src/app.handler'], 'shop'],
  ['in the folder that the function is packaged from', ['handler: app.handler', 'module: src'], 'shop/src'],
  ['elsewhere, in an archive', ['handler: app.handler', 'package: { artifact: build/app.zip }'], null],
])('the code is %s', async (_, lines, folder) => {
  const [unit] = await unitsOf({ 'shop/serverless.yml': service(aws, ...lines), 'shop/src/app.py': '' });
  expect(unit).toMatchObject({
    id: 'shop/serverless.yml#order',
    runtime: { id: 'python3.13', platform: 'aws-lambda' },
  });
  expect(unit?.code.kind === 'folder' ? unit.code.folder : null).toBe(folder);
});

test('functions of other platforms are named, and are not of Lambda', async () => {
  const [unit] = await unitsOf({
    'serverless.yml': service('  name: openwhisk\n  runtime: python:3\n', 'handler: app.handler'),
    'app.py': '',
  });
  expect(unit).toMatchObject({ id: 'serverless.yml#order', cloud: 'other', runtime: { platform: null, python: null } });
});
