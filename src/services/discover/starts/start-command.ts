// What a command line starts of Python, by the documentation of each program:
// https://gunicorn.org/run/, https://uvicorn.dev/settings/, https://docs.celeryq.dev/en/stable/reference/cli.html, …

/** The Python that a command starts: a module (`shop.wsgi`) or a script by its path, and the name in it; null for the whole. */
export interface NamedStart {
  readonly module: string | null;
  readonly script: string | null;
  readonly attribute: string | null;
  /** The word that says it. */
  readonly word: string;
}

/** Reads the words behind a program's name; undefined where they start nothing of the user's. */
type ReadArguments = (words: readonly string[]) => NamedStart | undefined;

const application = /^(?<module>[A-Za-z_][\w.]*):(?<attribute>[A-Za-z_][\w.]*)(\(.*\))?$/;
const dotted = /^[A-Za-z_]\w*(\.[A-Za-z_]\w*)*$/;

/** `shop.wsgi:application`, wherever it stands; else the first plain word that can be a module. */
function served(words: readonly string[], attribute: string): NamedStart | undefined {
  const named = words.find((word) => application.test(word) && !word.startsWith('localhost:'));
  if (named !== undefined) return ofApplication(named);
  const plain = words.find(
    (word, at) =>
      dotted.test(word) && (at === 0 || !/^-[^=]*$/.test(words[at - 1] ?? '') || flags.test(words[at - 1] ?? '')),
  );
  return plain === undefined ? undefined : { module: plain, script: null, attribute, word: plain };
}

/** Options of servers that take no value. */
const flags =
  /^--?(reload|preload|factory|proxy-headers|no-access-log|daemon|statsd|use-colors|server-header|[a-z-]*=.*)$/;

function ofApplication(word: string): NamedStart | undefined {
  const groups = application.exec(word)?.groups;
  return groups === undefined
    ? undefined
    : { module: groups['module'] ?? '', script: null, attribute: groups['attribute'] ?? null, word };
}

/** A script, or a module that is named by its path or by dots. */
function ofPath(word: string | undefined, attribute: string | null): NamedStart | undefined {
  if (word === undefined) return undefined;
  const shared = { attribute, word };
  if (word.endsWith('.py')) return { module: null, script: word, ...shared };
  return dotted.test(word) ? { module: word, script: null, ...shared } : ofApplication(word);
}

function option(words: readonly string[], ...names: readonly string[]): string | undefined {
  for (const [at, word] of words.entries()) {
    if (names.includes(word)) return words[at + 1];
    const name = names.find((one) => word.startsWith(`${one}=`));
    if (name !== undefined) return word.slice(name.length + 1);
  }
  return undefined;
}

const behind = (words: readonly string[], ...verbs: readonly string[]): string | undefined => {
  const at = words.findIndex((word) => verbs.includes(word));
  return at < 0 ? undefined : words.slice(at + 1).find((word) => !word.startsWith('-'));
};

const programs: Readonly<Record<string, ReadArguments>> = {
  gunicorn: (words) => served(words, 'application'),
  uvicorn: (words) => served(words, 'app'),
  hypercorn: (words) => served(words, 'app'),
  daphne: (words) => served(words, 'application'),
  granian: (words) => served(words, 'app'),
  'waitress-serve': (words) => served(words, 'app'),
  uwsgi: (words) => {
    const file = option(words, '--wsgi-file', '--file');
    if (file !== undefined) return ofPath(file, 'application');
    const module = option(words, '--module', '-w', '--wsgi');
    return module === undefined ? undefined : ofPath(module, 'application');
  },
  celery: (words) => {
    const app = option(words, '-A', '--app') ?? /^-A(.+)/.exec(words.find((word) => /^-A./.test(word)) ?? '')?.[1];
    return ofPath(app, 'app');
  },
  flask: (words) => (words.includes('run') ? ofPath(option(words, '--app', '-A') ?? 'app', 'app') : undefined),
  fastapi: (words) =>
    words.includes('run') || words.includes('dev')
      ? ofPath(words.find((word) => word.endsWith('.py')) ?? option(words, '--entrypoint', '-e') ?? 'main.py', 'app')
      : undefined,
  streamlit: (words) => ofPath(behind(words, 'run'), null),
  chainlit: (words) => ofPath(behind(words, 'run'), null),
  'functions-framework': (words) => {
    const target = option(words, '--target');
    return {
      module: null,
      script: option(words, '--source') ?? 'main.py',
      attribute: target ?? null,
      word: target ?? 'functions-framework',
    };
  },
  'functions-framework-python': (words) => programs['functions-framework']?.(words),
  locust: (words) => ofPath(option(words, '-f', '--locustfile') ?? 'locustfile.py', null),
  kopf: (words) => ofPath(behind(words, 'run'), null),
  arq: (words) => ofPath(words[0], null),
  dramatiq: (words) =>
    ofPath(
      words.find((word) => dotted.test(word)),
      null,
    ),
  taskiq: (words) =>
    ofPath(
      words.find((word) => application.test(word)),
      'broker',
    ),
  faust: (words) => ofPath(option(words, '-A', '--app'), 'app'),
  sanic: (words) => served(words, 'app'),
  litestar: (words) => ofPath(option(words, '--app') ?? (words.includes('run') ? 'app' : undefined), 'app'),
  mcp: (words) => ofPath(behind(words, 'run', 'dev'), 'mcp'),
  torchrun: (words) =>
    ofPath(
      words.find((word) => word.endsWith('.py')),
      null,
    ),
  'spark-submit': (words) =>
    ofPath(
      words.find((word) => word.endsWith('.py')),
      null,
    ),
};

/** Modules of the standard library and of tools that are no service. */
const noService =
  /^(pip|venv|virtualenv|ensurepip|json\.tool|compileall|site|http\.server|pytest|unittest|build|timeit|zipfile|spacy|nltk\.downloader|playwright|py_compile|grpc_tools\.protoc|base64|this|awscli|ensure|coverage|mypy|black|ruff|flake8)$/;

/** What Python itself is given: `-m MODULE`, a script, or another program as a module. */
function interpreted(words: readonly string[]): NamedStart | undefined {
  const first = words.findIndex((word, at) => !/^-[a-ln-zA-Z]/.test(word) && !/^-[WX]$/.test(words[at - 1] ?? ''));
  const [head, module = '', ...rest] = words.slice(Math.max(first, 0));
  if (head === undefined || head === '-c' || head.startsWith('-c')) return undefined;
  if (head === '-m') {
    const program = programs[module];
    if (program !== undefined) return program(rest);
    if (module === 'debugpy' || module === 'ptvsd' || module === 'cProfile')
      return ofPath(
        rest.find((word) => word.endsWith('.py')),
        null,
      );
    return dotted.test(module) && !noService.test(module)
      ? { module, script: null, attribute: null, word: module }
      : undefined;
  }
  return head.endsWith('.py') && !/(^|\/)setup\.py$/.test(head)
    ? { module: null, script: head, attribute: null, word: head }
    : undefined;
}

const interpreter = /^(python|pypy)[\d.]*$/;
const noRunner =
  /^(echo|printf|pip[\d.]*|apt|apt-get|apk|yum|dnf|which|command|cp|mv|rm|ln|cat|test|\[|chmod|chown|mkdir|curl|wget|grep|export|docker|aws|gcloud|az)$/;

const programOf = (word: string): string => word.slice(word.lastIndexOf('/') + 1);

/** What a simple command starts of Python, whatever runs it (`exec`, `poetry run`, `tini --`); undefined where nothing is named. */
export function startOfCommand(words: readonly string[]): NamedStart | undefined {
  if (words[0] !== undefined && noRunner.test(programOf(words[0]))) return undefined;
  for (const [at, word] of words.entries()) {
    const program = programOf(word);
    const rest = words.slice(at + 1);
    if (interpreter.test(program)) return interpreted(rest);
    if (Object.hasOwn(programs, program) && !words[at - 1]?.startsWith('-')) return programs[program]?.(rest);
    // `uv run main.py`, `./main.py`: nothing but the script is named.
    if (
      word.endsWith('.py') &&
      (at === 0 || /^(run|exec)$/.test(words[at - 1] ?? '')) &&
      !/(^|\/)setup\.py$/.test(word)
    )
      return ofPath(word, null);
  }
  return undefined;
}

/** True for a command by which Python runs, though what it starts is not named in it. */
export function runsPython(words: readonly string[]): boolean {
  const [head] = words;
  if (head === undefined || noRunner.test(programOf(head))) return false;
  return words.some((word) => interpreter.test(programOf(word)) || Object.hasOwn(programs, programOf(word)));
}

/** True for a command that runs until it is stopped: a server, or a worker of a queue. */
export function isServer(words: readonly string[]): boolean {
  return words.some((word) => Object.hasOwn(programs, programOf(word)));
}
