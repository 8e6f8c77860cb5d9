import { expect, test } from 'vitest';
import { openCatalogue } from '../../catalogue/catalogue.ts';
import { memoryCache } from '../../engine/cache.ts';
import { gather } from '../../engine/gather.ts';
import { memoryRepository } from '../../repository/memory.ts';
import { handlerModule, samTemplate } from '../../steps/examples.ts';
import { discoverUnits } from '../discover/discover.ts';
import { entryPointsOf } from './entry-point.ts';

test.for([
  ['the module', 'src/jobs/app.py'],
  ['its package', 'src/jobs/app'],
  ['a folder on its way', 'src/jobs'],
  ['the code root', 'src'],
  ["its package's module", 'src/jobs/app/__init__.py'],
] as const)('a symbolic link that is %s is not followed', async ([, link]) => {
  const files = memoryRepository({
    'template.yaml': samTemplate(['CodeUri: src', 'Handler: jobs/app.handler', 'Runtime: python3.13']),
    'src/other.py': handlerModule,
  });
  const repository = { ...files, links: new Set([link, 'elsewhere']) };
  const { workspace } = await gather(repository, openCatalogue(), memoryCache());
  const [unit] = await discoverUnits(workspace);
  expect(unit && entryPointsOf(unit, workspace)).toMatchObject([
    { found: false, problem: 'external-code', detail: `${link} is a symbolic link, which is not followed` },
  ]);
});

test.for([
  [
    'aws',
    'wsgi_handler.handler',
    { problem: 'external-code', detail: 'the plugin serverless-wsgi brings wsgi_handler.py' },
  ],
  ['aws', 'other.handler', { problem: 'missing-module' }],
  ['google', 'handler', { found: true, file: 'main.py', function: 'handler' }],
  ['google', 'absent', { problem: 'missing-function', detail: 'absent, which main.py does not define' }],
  ['openwhisk', 'absent', { problem: 'unsupported-construct' }],
] as const)('on %s the Serverless Framework finds %s', async ([platform, handler, expected]) => {
  const repository = memoryRepository({
    'serverless.yml': `service: shop\nprovider: { name: ${platform}, runtime: python3.13 }\nplugins: [serverless-wsgi]\nfunctions:\n  order: { handler: ${handler} }\n`,
    'main.py': handlerModule,
  });
  const { workspace } = await gather(repository, openCatalogue(), memoryCache());
  const [unit] = await discoverUnits(workspace);
  expect(unit && entryPointsOf(unit, workspace)).toMatchObject([expected]);
});
