// Permissions derived from code, by skyworthy and by other tools, against what templates declare and a text search sees:
//   node bench/permissions/index.ts --cases FILE --clones DIR [--tools BIN] [--time OWNER+NAME] [--rounds N]
// BIN is the `bin` of a virtual environment with iam-policy-autopilot, chalice or lambda-analyzer. The calls of every tool go
// through our table of actions, so that only the analyses differ. --time measures the permissions of all services of a
// repository against `calls` and `services` together, in CPU time of whole processes.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openBoto3 } from '../../src/catalogue/boto3/models.ts';
import { openCatalogue } from '../../src/catalogue/catalogue.ts';
import { openIam } from '../../src/catalogue/iam/iam.ts';
import { findPermissions } from '../../src/index.ts';
import { measure, median } from '../measure.ts';
import { type Case, type Located, readCases } from './cases.ts';
import { type Score, score } from './score.ts';
import { installedTools, type NamedCall, textSearch } from './tools.ts';

const { values } = parseArgs({
  options: {
    cases: { type: 'string' },
    clones: { type: 'string' },
    tools: { type: 'string' },
    time: { type: 'string' },
    rounds: { type: 'string', default: '5' },
  },
});
if (values.clones === undefined)
  throw new Error(
    'usage: node bench/permissions/index.ts --clones DIR [--cases FILE [--tools BIN]] [--time OWNER+NAME]',
  );

const catalogue = openCatalogue();
const models = openBoto3(catalogue);
const iam = openIam(catalogue);

/** The operations that a method performs: its own, or those of a transfer (`upload_file`). */
function operationsOf(service: string, method: string): readonly string[] {
  if (models.model(service)?.operation(method) !== undefined) return [method];
  return models.customizations.flatMap((fact) => {
    const isMeant =
      fact.kind === 'transfer' && fact.service === service && fact.forms.some((one) => one.method === method);
    if (!isMeant) return [];
    return fact.performs.flatMap(({ operation, when, extra }) =>
      when === undefined && extra === undefined ? [operation] : [],
    );
  });
}

/** The actions that calls need whatever their arguments are. */
function actionsOf(calls: readonly NamedCall[]): Set<string> {
  const needs = calls.flatMap(({ services, method }) =>
    services.flatMap((service) =>
      operationsOf(service, method).flatMap((operation) => {
        const api = models.model(service)?.operation(operation)?.api;
        return api === undefined || api === null ? [] : (iam.operation(service, api)?.needs ?? []);
      }),
    ),
  );
  return new Set(needs.filter(({ needed, when }) => needed && when.length === 0).map(({ action }) => action));
}

async function ours({ folder, code_dir, handler, handler_path }: Located): Promise<Set<string>> {
  const entry = {
    root: code_dir,
    file: handler_path,
    function: handler.split('.').at(-1) ?? '',
    cloud: 'aws' as const,
  };
  const { services } = await findPermissions(folder, { entry, cache: false, catalogue });
  const needed = services.flatMap((service) => service.needed).filter(({ certainty }) => certainty === 'resolved');
  return new Set(needed.map(({ action }) => action));
}

const percent = (part: number, whole: number): string =>
  (whole === 0 ? '-' : ((100 * part) / whole).toFixed(1)).padStart(6);

function row(name: string, all: Score, strict: Score): string {
  const { floor, found, named, within, withFloor, right } = all;
  return [
    name.padEnd(36),
    percent(found, floor),
    percent(within, named),
    percent(right, withFloor),
    percent(strict.within, strict.named),
    percent(strict.right, strict.withFloor),
  ].join('  ');
}

async function compare(file: string, clones: string): Promise<void> {
  const cases = readCases(file, clones);
  const strict = cases.filter(({ tier }) => tier === 'strict');
  const print = (name: string, named: ReadonlyMap<Case, ReadonlySet<string>>): void => {
    const of = (one: Case): ReadonlySet<string> => named.get(one) ?? new Set();
    console.log(row(name, score(cases, of), score(strict, of)));
  };
  const total = score(cases, () => new Set());
  console.log(`${cases.length} functions, ${total.floor} actions of the floor, ${total.withFloor} functions with one`);
  console.log(`${''.padEnd(36)}  recall  within   right  strict: within, right`);
  const own = new Map<Case, Set<string>>();
  for (const one of cases) own.set(one, await ours(one));
  print('skyworthy', own);
  for (const tool of [textSearch(models), ...(values.tools === undefined ? [] : installedTools(values.tools))]) {
    const named = cases.map((one) => {
      const files = one.closure.map((path) => join(one.folder, path));
      return [one, actionsOf(tool.calls(files))] as const;
    });
    print(tool.name, new Map(named));
  }
}

function time(folder: string): void {
  const cli = join(import.meta.dirname, '../../dist/skyworthy.js');
  const of = (command: string): number =>
    median(
      Array.from(
        { length: Number(values.rounds) },
        () => measure(cli, command, folder, '--no-cache', '--format', 'json').cpuMs,
      ),
    );
  const [calls, services, permissions] = [of('calls'), of('services'), of('permissions')];
  console.log(
    `calls ${calls.toFixed(0)} ms, services ${services.toFixed(0)} ms, permissions ${permissions.toFixed(0)} ms`,
  );
  console.log(`permissions ÷ (calls + services): ${(permissions / (calls + services)).toFixed(2)}`);
}

if (values.cases !== undefined) await compare(values.cases, values.clones);
if (values.time !== undefined) time(join(values.clones, values.time));
