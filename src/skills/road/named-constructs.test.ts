import { expect, test } from 'vitest';
import { ladder } from './ladder.ts';
import { constructs, namedConstruct } from './named-constructs.ts';

const text = `import { aws_lambda as lambda, Duration } from 'aws-cdk-lib';

export class Site extends Stack {
  constructor(scope: Construct) {
    super(scope, 'Site');
    const web = new lambda.Function(this, 'Web', { memorySize: 512 });
    table.grantReadWriteData(web);
  }
}
`;

test.for([
  ['compute', 6, 'new lambda.Function('],
  ['memory', 6, 'memorySize:'],
  ['identity', 7, '.grantReadWriteData('],
] as const)('%s is named in line %i', ([requirement, line, named]) => {
  expect(namedConstruct(requirement, [{ file: 'lib/site.ts', text }])).toMatchObject({
    file: 'lib/site.ts',
    line,
    text: named,
    how: 'guessed',
  });
});

test.for(['alerts', 'dashboards', 'database', 'retries', 'tests'])('%s is not named', (requirement) => {
  expect(namedConstruct(requirement, [{ file: 'lib/site.ts', text }])).toBeUndefined();
});

test('columns count from 1', () => {
  expect(namedConstruct('alerts', [{ file: 'a.ts', text: '\n  new Alarm(this)' }])).toMatchObject({
    line: 2,
    column: 3,
  });
  expect(namedConstruct('alerts', [{ file: 'a.ts', text: 'new Alarm(this)' }])).toMatchObject({ line: 1, column: 1 });
});

test('each key is the id of a requirement', () => {
  const ids = new Set(ladder.flatMap(({ requirements }) => requirements.map(({ id }) => id)));
  expect(Object.keys(constructs).filter((key) => !ids.has(key))).toEqual([]);
});
