import { evidence } from '../../evidence/evidence.ts';
import { presenceAt } from '../../infrastructure/model/presence.ts';
import { readText } from '../../infrastructure/model/reading.ts';
import type { Service } from '../../services/service.ts';
import { type CallSubject, callEvidence, callSubject } from '../code-subject.ts';
import { defineCheck, type Subject } from '../define.ts';
import { functionFiles } from '../examples.ts';
import { fail, pass } from '../judgement.ts';

type Found = Subject & { readonly call: CallSubject['call'] | null };

/** What is made once and then shared by all that start from the snapshot. */
const unique =
  /^uuid\.uuid[14]$|^(random\.(random|randint|choice|getrandbits|randrange|uniform|sample)|secrets\.\w+|os\.urandom)$|^numpy\.random\./;
const moment = /^(datetime\.datetime\.(now|utcnow|today)|datetime\.date\.today|time\.(time|time_ns))$/;
const connection =
  /^(psycopg2?\.connect|pymysql\.connect|mysql\.connector\.connect|pymongo\.MongoClient|redis\.(Redis|StrictRedis|from_url)|pyodbc\.connect|psycopg\.Connection\.connect|socket\.create_connection)$/;

const snapped = (line: string, ...setting: string[]): Record<string, string> =>
  functionFiles(
    `import datetime\nimport uuid\nimport random\nimport psycopg2\n\n${line}\n\ndef handler(event, context):\n    return event\n`,
    ...(setting.length > 0 ? setting : ['SnapStart:', '  ApplyOn: PublishedVersions']),
  );

export const check = defineCheck({
  id: 'snapstart-unsafe',
  scope: 'service',
  step: 'coldstart',
  clouds: ['aws'],
  severity: 'risk',
  title: 'Make what must be unique or fresh after the snapshot of SnapStart',
  docs: {
    why: 'With SnapStart the module is imported once, when a version is published, and every environment starts from that state: an id or random number that was made then is the same in all of them, a moment is that of the publication, and a connection is dead.',
    fix: 'Make it in the handler, or in a function that `snapshot_restore_py.register_after_restore` registers.',
    whenNone: 'SnapStart is not on, as far as its definition says.',
    bad: [
      { title: 'An id', files: snapped('INSTANCE = str(uuid.uuid4())') },
      { title: 'A connection', files: snapped('db = psycopg2.connect("")') },
    ],
    good: [
      { title: 'In the handler', files: snapped('def instance():\n    return uuid.uuid4()') },
      { title: 'A constant', files: snapped('INSTANCE = "a"\nEPOCH = datetime.datetime(2020, 1, 1)') },
      {
        title: 'An id that is made of a name',
        files: snapped('SPACE = uuid.uuid5(uuid.NAMESPACE_DNS, "example.com")'),
      },
    ],
    sources: [
      'https://docs.aws.amazon.com/lambda/latest/dg/snapstart-uniqueness.html',
      'https://docs.aws.amazon.com/lambda/latest/dg/snapstart-best-practices.html',
    ],
  },
  subjects: (service, facts): Found[] => {
    if (!isSnapped(service)) return [];
    const calls = facts.code(service).calls({ packages: [], needles: [] });
    const found = calls.filter(
      ({ path, within, isMain }) =>
        within.length === 0 && !isMain && (unique.test(path) || moment.test(path) || connection.test(path)),
    );
    return found.length === 0 ? [{ name: 'modules', call: null }] : found.map(callSubject);
  },
  judge: ({ call }, service) => {
    if (call === null)
      return pass('Nothing is made at import that must be unique or fresh.', evidence(service.definedIn, service.name));
    const what = unique.test(call.path)
      ? 'the same in all environments'
      : moment.test(call.path)
        ? 'the moment of the publication'
        : 'a connection that is closed when the snapshot is restored';
    return fail(`${call.text} at the top of the module gives ${what}.`, [callEvidence(call)], {
      fix: { title: 'Make it in the handler, or after the restore.', safe: false, intents: [] },
    });
  },
});

/** True if the definition turns SnapStart on. */
function isSnapped({ definition }: Service): boolean {
  if (definition === null) return false;
  const { properties } = definition.resource;
  const paths = [['SnapStart', 'ApplyOn'], ['snap_start', 'apply_on'], ['snapStart'], ['cdk:snap_start']];
  return paths.some((path) =>
    presenceAt(properties, ...path).stated.some((value) =>
      /^PublishedVersions$|^true$|ON_PUBLISHED/.test(readText(value).text),
    ),
  );
}
