import fc from 'fast-check';
import { expect, test } from 'vitest';
import { memoryRepository } from '../../repository/memory.ts';
import type { Value } from '../model/value.ts';
import { read } from './index.ts';

const source = `import os
from aws_cdk import App, Duration, Stack, Tags, aws_lambda as lambda_, aws_sqs as sqs, aws_apigateway as apigw
class Base(Stack):
    def __init__(self, scope, id, *, names=('a', 'b'), **kwargs):
        super().__init__(scope, id, **kwargs)
        self.queues = {name: sqs.Queue(self, name, visibility_timeout=Duration.minutes(2)) for name in names}
        for index, name in enumerate(names):
            self.fn = self.make(f'Fn{index}', name, **{'TABLE': name})
        api = apigw.LambdaRestApi(self, 'Api', handler=self.fn)
        api.root.add_resource('x').add_method('GET', apigw.LambdaIntegration(self.fn))
        if os.environ.get('PROD'):
            self.queues['a'].grant_send_messages(self.fn)
    def make(self, id, name, **environment):
        return lambda_.Function(self, id, code=lambda_.Code.from_asset(name), environment=environment, timeout=Duration.seconds(3))
app = App()
Tags.of(Base(app, 'S', names=['a', 'c'])).add('team', 'x')
`;

/** Walks a value as readers do; each once. */
function count(value: Value, seen: Set<Value> = new Set()): number {
  if (seen.has(value)) return 0;
  seen.add(value);
  switch (value.kind) {
    case 'map':
      return [...value.entries.values()].reduce((sum, entry) => sum + count(entry.value, seen), 1);
    case 'list':
      return value.items.reduce((sum, item) => sum + count(item, seen), 1);
    case 'joined':
      return value.parts.reduce((sum, part) => sum + count(part, seen), 1);
    case 'choice':
      return value.options.reduce((sum, option) => sum + count(option, seen), 1);
    default:
      return 1;
  }
}

const words = source.match(/\w+|\s+|[^\w\s]/g) ?? [];
const at = fc.nat({ max: words.length - 1 });

/** A word is left out, said twice, or put in the place of another. */
const mutation = fc.tuple(fc.constantFrom('drop', 'repeat', 'move'), at, at);

test('apps with words left out, repeated and exchanged are read to the end', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 6 }), async (mutations) => {
      const text = [...words];
      for (const [kind, one, other] of mutations) {
        if (kind === 'drop') text[one] = '';
        else if (kind === 'repeat') text[one] += text[one] ?? '';
        else text[one] = words[other] ?? '';
      }
      const { stacks } = await read({ repository: memoryRepository({ 'app.py': text.join('') }), kindOf: () => null });
      for (const { resources } of stacks) {
        for (const [id, resource] of resources) {
          expect(resource.id).toBe(id);
          expect(count(resource.properties)).toBeGreaterThan(0);
          expect(resource.place.line).toBeGreaterThan(0);
        }
      }
    }),
    { numRuns: 150 },
  );
}, 60_000);
