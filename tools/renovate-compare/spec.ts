import { existsSync, readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';

// Runs a spec of renovate with everything that it imports replaced: what it would give to `extractPackageFile` and what
// it expects of the answer are noted, and no code of renovate itself runs.

/** What a test says: the text that is read, and what it expects to be found there. */
export interface Statement {
  readonly test: string;
  readonly text: string;
  readonly stated: unknown;
}

/** The statements of the spec in a folder of a manager. */
export async function statementsOf(folder: string): Promise<Statement[]> {
  const source = stripTypeScriptTypes(readFileSync(join(folder, 'extract.spec.ts'), 'utf8'));
  const code = source.replaceAll(/^import [^;]*;$/gm, '');
  const recorder = new Recorder(folder);
  runInContext(`with (stubs) {\n${code}\n}`, createContext({ stubs: recorder.stubs() }), { timeout: 10_000 });
  await recorder.run();
  return recorder.statements;
}

/** What `extractPackageFile` gives: any member of it is the same answer still. */
interface Answer {
  readonly text: string;
}

class Recorder {
  readonly statements: Statement[] = [];
  readonly #folder: string;
  readonly #tests: { name: string; body: () => unknown }[] = [];
  readonly #files = new Map<string, string>();
  readonly #snapshots: Record<string, string> = {};
  #suites: string[] = [];
  #test = '';
  #snapshot = 0;

  constructor(folder: string) {
    this.#folder = folder;
    const file = join(folder, '__snapshots__/extract.spec.ts.snap');
    if (existsSync(file))
      runInContext(readFileSync(file, 'utf8'), createContext({ exports: this.#snapshots }), { timeout: 10_000 });
  }

  async run(): Promise<void> {
    for (const { name, body } of this.#tests) {
      [this.#test, this.#snapshot] = [name, 0];
      try {
        await body();
      } catch {
        // A test of something else, which needs what is not there.
      }
    }
  }

  /** The names that a spec uses; one that is not known is something that may be called and looked into for ever. */
  stubs(): object {
    const given = (name: string): string => {
      const file = join(this.#folder, '__fixtures__', name);
      return existsSync(file) ? readFileSync(file, 'utf8') : '';
    };
    const known: Record<string, unknown> = {
      describe: (name: string, body: () => void) => {
        this.#suites.push(name);
        body();
        this.#suites = this.#suites.slice(0, -1);
      },
      it: Object.assign(
        (name: string, body: () => unknown) => this.#tests.push({ name: [...this.#suites, name].join(' > '), body }),
        {
          each: () => () => undefined,
        },
      ),
      expect: Object.assign((answer: unknown) => this.#expectation(answer), {
        objectContaining: (value: unknown) => value,
      }),
      Fixtures: { get: given, mock: () => undefined, clear: () => undefined },
      codeBlock: dedented,
      extractPackageFile: (text: string, file?: string) => this.#answer(this.#files.get(String(file)) ?? text),
      process: { env: {} },
      undefined,
    };
    return new Proxy(known, {
      has: () => true,
      get: (target, name) =>
        name in target
          ? target[String(name)]
          : typeof name === 'symbol'
            ? undefined
            : (Reflect.get(globalThis, name) ?? anything()),
    });
  }

  #answer(text: string): Answer {
    const target = Object.assign(() => undefined, { text: String(text) });
    return new Proxy(target, {
      apply: (_, self) => self,
      get: (_, name, self) => (name === 'text' ? target.text : name === 'then' ? undefined : self),
    });
  }

  #expectation(answer: unknown): unknown {
    const note = (stated: unknown): void => {
      if (typeof answer === 'function' && 'text' in answer)
        this.statements.push({ test: this.#test, text: String(answer.text), stated });
    };
    const matchers: Record<string, unknown> = {
      toMatchObject: note,
      toEqual: note,
      toStrictEqual: note,
      toIncludeAllPartialMembers: note,
      toIncludeAllMembers: note,
      toBeNull: () => note(null),
      toMatchSnapshot: (stated?: unknown) => {
        const snapshot = this.#snapshots[`${this.#test} ${++this.#snapshot}`];
        note(stated ?? (snapshot === undefined ? undefined : parsed(snapshot)));
      },
    };
    return new Proxy(matchers, { get: (target, name) => target[String(name)] ?? anything() });
  }
}

/** A snapshot as the value that it shows. */
function parsed(snapshot: string): unknown {
  const json = snapshot.replaceAll(/\bundefined\b/g, 'null').replaceAll(/,(\s*[}\]])/g, '$1');
  return JSON.parse(json);
}

function anything(): unknown {
  const self: unknown = new Proxy(() => undefined, {
    get: (_, name) => (name === 'then' || typeof name === 'symbol' ? undefined : self),
    apply: () => self,
    construct: () => ({}),
  });
  return self;
}

/** Text in a template, its first and last line break and its common indent removed. */
function dedented(parts: TemplateStringsArray, ...values: unknown[]): string {
  const text = parts.map((part, index) => part + (index < values.length ? String(values[index]) : '')).join('');
  const lines = text.replace(/^\n/, '').trimEnd().split('\n');
  const indent = Math.min(...lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/)));
  return lines.map((line) => line.slice(indent)).join('\n');
}
