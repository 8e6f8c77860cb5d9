import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Answer, hasPositions, type Oracle } from './oracle.ts';

/** What is used of the package's module. */
interface PyodideModule {
  loadPyodide(options: { indexURL: string; stderr: (text: string) => void }): Promise<Pyodide>;
}

interface Pyodide {
  readonly FS: { writeFile(path: string, data: Uint8Array): void };
  runPython(code: string): unknown;
}

const packages = new URL('../../oracles/pyodide/node_modules/', import.meta.url);
const SOURCE = '/tmp/source.py';

/** Whether the package `pyodide` (Python 3.14) or `pyodide-315` is installed in oracles/pyodide. */
export const hasPyodide = (name: string): boolean => existsSync(new URL(`${name}/pyodide.mjs`, packages));

/** An oracle from an npm package in oracles/pyodide: CPython compiled to WebAssembly. `npm ci` there installs it. */
export async function pyodideOracle(name: string): Promise<Oracle> {
  if (!hasPyodide(name)) throw new Error(`${name} is not installed: run npm ci in oracles/pyodide`);
  const folder = new URL(`${name}/`, packages);
  const module = (await import(new URL('pyodide.mjs', folder).href)) as PyodideModule;
  const pyodide = await module.loadPyodide({ indexURL: fileURLToPath(folder), stderr: () => {} });
  const minor = Number(pyodide.runPython('import sys; sys.version_info[1]'));
  const version = [3, minor] as const;
  const flags = hasPositions(version) ? "['oracle', '--positions']" : "['oracle']";
  pyodide.runPython(`sys.argv = ${flags}\n__name__ = 'oracle'`);
  pyodide.runPython(readFileSync(new URL('oracle.py', import.meta.url), 'utf8'));
  pyodide.runPython("import warnings; warnings.simplefilter('ignore'); sys.setrecursionlimit(5000)");
  return {
    version,
    parse: async (path) => {
      if (path === '') return { kind: 'refused', message: 'no path' };
      pyodide.FS.writeFile(SOURCE, readFileSync(path));
      return answerOf(String(pyodide.runPython(`answer('${SOURCE}').decode('latin-1')`)));
    },
    close: () => {},
  };
}

function answerOf(text: string): Answer {
  const end = text.indexOf('\n');
  const line = text.slice(0, end);
  if (line.startsWith('ok ')) return { kind: 'ok', text: text.slice(end + 1) };
  const space = line.indexOf(' ');
  return { kind: line.slice(0, space) === 'limit' ? 'limit' : 'refused', message: line.slice(space + 1) };
}
