import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Boto3Models } from '../../src/catalogue/boto3/models.ts';

/** A method of a client of one of some services. */
export interface NamedCall {
  readonly services: readonly string[];
  readonly method: string;
}

/** Something that names the calls in files, given by their absolute paths. */
export interface Tool {
  readonly name: string;
  calls(files: readonly string[]): readonly NamedCall[];
}

const patience = 30_000;

/** A regular expression over the files: every `.method(` that a service has for which a client or resource is made. */
export function textSearch(models: Boto3Models): Tool {
  return {
    name: 'a regular expression over the files',
    calls(files) {
      const text = files.map((file) => readFileSync(file, 'utf8')).join('\n');
      const made = [...text.matchAll(/(?:client|resource)\(\s*['"]([\w-]+)['"]/g)].map(([, name = '']) => name);
      const services = [...new Set(made)].filter((name) => models.service(name) !== undefined);
      const methods = new Set([...text.matchAll(/\.(\w+)\s*\(/g)].map(([, name = '']) => name));
      return services.flatMap((service) => [...methods].flatMap((method) => operations(service, method, models)));
    },
  };
}

/** The operation that a client's method of that name is, and those that actions of resources by that name perform. */
function operations(service: string, method: string, models: Boto3Models): NamedCall[] {
  const root = models.resource(service, 'ServiceResource');
  const types = Object.values(root?.subresources ?? {}).map(({ type }) => models.resource(service, type));
  const performed = [root, ...types].flatMap((type) => type?.actions?.[method]?.operation ?? []);
  const isTransfer = models.customizations.some(
    (fact) => fact.kind === 'transfer' && fact.service === service && fact.forms.some((one) => one.method === method),
  );
  const named = models.model(service)?.operation(method) === undefined && !isTransfer ? [] : [method];
  return [...new Set([...named, ...performed])].map((one) => ({ services: [service], method: one }));
}

/** The tools that are installed in the `bin` of a virtual environment; those that are not there are left out. */
export function installedTools(bin: string): Tool[] {
  return [autopilot(bin), chalice(bin), lambdaAnalyzer(bin)].flatMap((tool) => tool ?? []);
}

function autopilot(bin: string): Tool | undefined {
  const command = join(bin, 'iam-policy-autopilot');
  if (!existsSync(command)) return undefined;
  return {
    name: 'iam-policy-autopilot, its calls',
    calls(files) {
      const rows = JSON.parse(outputOf(command, 'extract-sdk-calls', ...files) || '[]') as {
        Name: string;
        PossibleServices: string[];
      }[];
      return rows.map(({ Name, PossibleServices }) => ({ services: PossibleServices, method: Name }));
    },
  };
}

/** Its analyser follows what is called: every function of a file is called at its end. */
const enterAll = `
import ast, json, sys
from chalice.analyzer import get_client_calls
found = []
for path in sys.argv[1:]:
    source = open(path, encoding='utf8').read()
    try:
        names = [node.name for node in ast.parse(source).body if isinstance(node, ast.FunctionDef)]
        calls = get_client_calls(source + ''.join(f'\\n{name}()' for name in names) + '\\n')
    except Exception:
        continue
    found += [[service, method] for service, methods in calls.items() for method in methods]
print(json.dumps(found))
`;

function chalice(bin: string): Tool | undefined {
  if (!existsSync(join(bin, 'chalice'))) return undefined;
  return {
    name: 'chalice, every function entered',
    calls(files) {
      const rows = JSON.parse(outputOf(join(bin, 'python'), '-c', enterAll, ...files) || '[]') as [string, string][];
      return rows.map(([service, method]) => ({ services: [service], method }));
    },
  };
}

function lambdaAnalyzer(bin: string): Tool | undefined {
  const command = join(bin, 'lambda-analyzer');
  if (!existsSync(command)) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'permissions-'));
  process.on('exit', () => rmSync(folder, { recursive: true }));
  return {
    name: 'lambda-analyzer',
    calls: (files) =>
      files.flatMap((file, index) => {
        const output = join(folder, `${index}.json`);
        rmSync(output, { force: true });
        outputOf(command, 'analyze', file, '--output', output);
        if (!existsSync(output)) return [];
        const { api_calls = {} } = JSON.parse(readFileSync(output, 'utf8')) as AnalyzedFile;
        return Object.entries(api_calls).flatMap(([service, methods]) =>
          methods.map((method) => ({ services: [service], method })),
        );
      }),
  };
}

interface AnalyzedFile {
  readonly api_calls?: Readonly<Record<string, readonly string[]>>;
}

/** What a command prints; nothing if it fails or takes too long. */
function outputOf(command: string, ...args: string[]): string {
  const { stdout, status } = spawnSync(command, args, { encoding: 'utf8', timeout: patience, maxBuffer: 1 << 28 });
  return status === 0 ? stdout : '';
}
