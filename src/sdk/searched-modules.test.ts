import { expect, it } from 'vitest';
import { openBoto3 } from '../catalogue/boto3/models.ts';
import { openCatalogue } from '../catalogue/catalogue.ts';
import { Evaluator } from '../python/evaluate/evaluator.ts';
import { Importers } from '../python/program/importers.ts';
import { openProgram } from '../python/program/open-program.ts';
import { openSources } from '../python/program/sources.ts';
import { memoryRepository } from '../repository/memory.ts';
import { boto3Provider } from './boto3/provider.ts';
import { searchedModules } from './searched-modules.ts';

const provider = boto3Provider(openBoto3(openCatalogue()));

/** The files that are searched whole, of a program whose file `clients.py` imports the SDK. */
function searched(clients: string, others: Readonly<Record<string, string>>): string[] {
  const repository = memoryRepository({ 'clients.py': clients, ...others });
  const sources = openSources(repository);
  const program = openProgram(sources, ['.']);
  const importers = new Importers(program, sources, repository.files);
  const e = new Evaluator(program, [provider], importers);
  const scope = { e, importers, sources, providers: [provider], files: repository.files, direct: ['clients.py'] };
  return searchedModules(scope)
    .whole.map(({ file }) => file)
    .filter((file) => file !== 'clients.py');
}

const client = 'import boto3\ns3 = boto3.client("s3")\n';
const factory = 'import boto3\ndef make():\n    s3 = boto3.client("s3")\n    return s3\n';
const holder = `import boto3
class Store:
    def __init__(self):
        self.name = "x"
        self.s3 = boto3.client("s3")
    def read(self):
        return self.s3.get_object(Bucket="b", Key="k")["Body"]
`;

it.each([
  ['a client that is imported', client, 'from clients import s3\ns3.list_buckets()'],
  ['a client of a module', client, 'import clients\nclients.s3.list_buckets()'],
  ['what a function gives', factory, 'from clients import make\nmake().list_buckets()'],
  ['an attribute of an object', holder, 'from clients import Store\nStore().s3.list_buckets()'],
  [
    'an attribute of a class above',
    holder,
    'from clients import Store\nclass Own(Store):\n  def go(self):\n    self.s3.list_buckets()',
  ],
  [
    'a parameter by its annotation',
    holder,
    'from clients import Store\ndef go(store: Store):\n  store.s3.list_buckets()',
  ],
  [
    'a parameter that a class above passes',
    holder,
    'from clients import Store\nclass Own(Store):\n  def go(self, client):\n    client.list_buckets()',
  ],
  [
    'what is kept in a list',
    client,
    'from clients import s3\nall = []\nall.append(s3)\nfor one in all:\n  one.list_buckets()',
  ],
])('searches a module that uses %s', (_, clients, user) => {
  expect(searched(clients, { 'user.py': user })).toEqual(['user.py']);
});

it.each([
  ['a response', holder, 'from clients import Store\nbody = Store().read()\nbody.list_buckets()'],
  ['other attributes of an object', holder, 'from clients import Store\nStore().name.list_buckets()'],
  ['other names of the module', `${client}size = 3\n`, 'from clients import size\nsize.list_buckets()'],
  [
    'an exception of the SDK',
    'from botocore.exceptions import ClientError\n',
    'from clients import ClientError\nClientError.list_buckets()',
  ],
  [
    'a local variable of the same name',
    `${factory}size = 3\n`,
    'from clients import size\ns3 = size\ns3.list_buckets()',
  ],
])('searches no module that uses only %s', (_, clients, user) => {
  expect(searched(clients, { 'user.py': user })).toEqual([]);
});

it('follows what others hand on', () => {
  const others = {
    'middle.py': 'from clients import make\ndef second():\n    return make()\n',
    'user.py': 'from middle import second\nsecond().list_buckets()\n',
  };
  expect(searched(factory, others)).toEqual(['user.py']);
});
