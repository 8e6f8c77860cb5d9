import { describe, expect, test } from 'vitest';
import { parseModule } from '../../syntax/python/index.ts';
import { codeUse } from './code-use.ts';

const use = (text: string, behind: Parameters<typeof codeUse>[2] = () => []): ReturnType<typeof codeUse> =>
  codeUse(parseModule(new TextEncoder().encode(text)), 'a.py', behind);

describe('what is used of an import', () => {
  const cases: [string, string, [string, string | null]][] = [
    ['a name', 'import redis\nredis.Redis()\n', ['redis', 'redis.Redis()']],
    ['a name from a module', 'from a.b import c\nx = c\n', ['a.b.c', 'x = c']],
    ['under another name', 'import numpy as np\nnp.array([])\n', ['numpy', 'np.array([])']],
    ['a call before another use', 'from a import b\nx = b\nb()\n', ['a.b', 'b()']],
    ['a call before what is set up', 'import pd\npd.set_option("w", 9)\npd.read_csv(x)\n', ['pd', 'pd.read_csv(x)']],
    ['a base', 'from a import B\nclass C(B): pass\n', ['a.B', 'class C(B): pass']],
    ['nothing', 'import redis\n', ['redis', null]],
    ['nothing of this module', 'import a.b, a.c\na.b.f()\n', ['a.c', null]],
    ['nothing but a stand-in', 'try:\n    import np\nexcept ImportError:\n    np = None\n', ['np', null]],
  ];

  test.for(cases)('%s', ([, text, [path, used]]) => {
    const { names, useOf } = use(text);
    const found = names.find((name) => name.path === path);
    expect(found && (useOf(found.bound)?.text ?? null)).toBe(used);
  });

  test('relative imports are of the project itself', () => expect(use('from .a import b\nb()\n').names).toEqual([]));

  test('what a module of the project hands on is used by its name', () => {
    const { names, useOf } = use('from .compat import pd\npd.read_csv("x")\n', ({ path, bound }) =>
      path === '.compat.pd' ? [{ path: 'pandas', bound }] : [],
    );
    expect(names).toMatchObject([{ path: 'pandas', imported: null }]);
    expect(useOf('pd')?.text).toBe('pd.read_csv("x")');
  });
});

test('clients of AWS by their service, none in texts and remarks', () => {
  const text = `s3 = boto3.client('s3')
q = session.resource(service_name="sqs")
# boto3.client('sns')
self._client('events').put_rule(Name='x')
get_boto3_client("sns")
docker_client('kms')
client('glue')
"boto3.client('ec2')"
boto3.client(name)
`;
  expect([...use(text).clients.keys()]).toEqual(['s3', 'sqs', 'events', 'sns']);
});
