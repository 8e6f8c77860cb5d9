// https://pip.pypa.io/en/stable/cli/pip_install/, https://docs.astral.sh/uv/reference/cli/, https://python-poetry.org/docs/cli/
import type { Word } from '../../syntax/dockerfile/index.ts';

/** What a command installs for Python. */
export interface Installation {
  /** Requirements by name. */
  readonly named: readonly Word[];
  /** Files of `-r` and `-c`. */
  readonly files: readonly { readonly word: Word; readonly role: 'declaration' | 'constraint' }[];
  /** Projects by their folder; `.` for commands that install the project at hand (`uv sync`). */
  readonly projects: readonly Word[];
  /** It installs more than what we can name. */
  readonly unread: boolean;
}

/** Options whose value is the next word. */
const valued = new Set(
  `-C -E -G -P -V -f -i -p -t -w --abi --cache-dir --default-index --directory --extra --extra-index-url --extras
  --find-links --group --implementation --index --index-url --keyring-provider --link-mode --no-binary --only --only-binary
  --package --platform --prefix --progress-bar --project --python --python-platform --python-version --resolution --retries
  --root --source --src --target --timeout --trusted-host --upgrade-strategy --wheel-dir --with --without`.split(/\s+/),
);
const requirementOption = /^(-r|--requirements?)(=?)(.*)$/;
const constraintOption = /^(-c|--constraints?)(=?)(.*)$/;
const none: Installation = { named: [], files: [], projects: [], unread: false };

/** Packages of the system for whoever builds, not for the code that runs. */
const systemTools =
  /-(apt|dev|distutils|full|gdbm|gevent-dev|minimal|pip|pkg-resources|pyc|setuptools|tk|venv|virtualenv|wheel|tests|lib2to3|dbg|debug|devel)(-whl)?([=<>~].*)?$/;

/** What a simple command installs for Python; undefined for one that installs nothing for it. */
export function installationOf(command: readonly Word[]): Installation | undefined {
  const words = withoutRunner(command);
  const [head, ...rest] = words;
  if (head === undefined) return undefined;
  const tool = head.text.slice(head.text.lastIndexOf('/') + 1);
  const { verb, operands } = verbOf(rest);
  if (/^pip[\d.]*$/.test(tool)) {
    if (verb === 'sync') return { ...none, files: fileOperands(operands) };
    return ['install', 'wheel', 'download'].includes(verb) ? operandsOf(operands) : undefined;
  }
  if (tool === 'pip-sync') return { ...none, files: fileOperands(rest) };
  if (/^(uv|poetry|pdm|pipenv)$/.test(tool)) return ofProject(tool, head, verb, operands);
  if (tool === 'setup.py' && /^(install|develop)$/.test(verb)) return { ...none, projects: [{ ...head, text: '.' }] };
  if (/^(conda|mamba|micromamba)$/.test(tool)) return ofConda(verb, operands);
  if (/^(apt|apt-get|aptitude|apk|yum|dnf|microdnf|tdnf|zypper)$/.test(tool)) {
    const brought = operands.some(({ text }) => /^py(thon)?[23]?(\.\d+)?-/.test(text) && !systemTools.test(text));
    return /^(install|add)$/.test(verb) && brought ? { ...none, unread: true } : undefined;
  }
  const script = /^(make|just|task|invoke|nox|tox)$/.test(tool)
    ? verb
    : /^(.*\/)?[\w.-]+\.sh$/.test(scriptOf(words))
      ? scriptOf(words)
      : '';
  return /install|deps|depend|require|setup|bootstrap/i.test(script) ? { ...none, unread: true } : undefined;
}

/** Without what runs another tool: `python -m`, `uv` before `pip`, `uv run`, `poetry run`. */
function withoutRunner(words: readonly Word[]): readonly Word[] {
  const [first, second] = words;
  const tool = first?.text.slice(first.text.lastIndexOf('/') + 1) ?? '';
  if (/^(python|pypy)[\d.]*$/.test(tool)) {
    const module = words.findIndex(({ text }) => text === '-m');
    if (module > 0) return withoutRunner(words.slice(module + 1));
    return second?.text.endsWith('setup.py') ? words.slice(1) : words;
  }
  if (tool === 'uv') {
    const pip = words.findIndex(({ text }) => text === 'pip');
    if (pip > 0) return words.slice(pip);
  }
  if (/^(uv|poetry|pdm|pipenv|conda|pyenv|asdf)$/.test(tool) && /^(run|exec)$/.test(second?.text ?? ''))
    return withoutRunner(words.slice(2));
  return words;
}

/** The script that a shell is given, or that is called by its path. */
function scriptOf([head, ...rest]: readonly Word[]): string {
  if (head === undefined) return '';
  return /(^|\/)(ba|da|a)?sh$|^(\.|source)$/.test(head.text)
    ? (rest.find(({ text }) => !text.startsWith('-'))?.text ?? '')
    : head.text;
}

function verbOf(words: readonly Word[]): { verb: string; operands: readonly Word[] } {
  let at = 0;
  while (words[at]?.text.startsWith('-') === true) at += valued.has(words[at]?.text ?? '') ? 2 : 1;
  return { verb: words[at]?.text ?? '', operands: words.slice(at + 1) };
}

function ofProject(tool: string, head: Word, verb: string, operands: readonly Word[]): Installation | undefined {
  const project = { ...head, text: '.' };
  if (verb === 'add') return operandsOf(operands);
  if (tool === 'pipenv' && verb === 'install') {
    const found = operandsOf(operands);
    return { ...found, projects: found.files.length > 0 ? [] : [project] };
  }
  const whole = tool === 'uv' ? ['sync'] : ['install', 'sync', 'update'];
  return whole.includes(verb) ? { ...none, projects: [project] } : undefined;
}

function ofConda(verb: string, operands: readonly Word[]): Installation | undefined {
  if (verb === 'install' || verb === 'create') return { ...none, unread: true };
  if (verb !== 'env') return undefined;
  const files = operands.flatMap(({ text }, at) => {
    const joined = /^--file=(.+)$/.exec(text)?.[1];
    const word = text === '-f' || text === '--file' ? operands[at + 1] : operands[at];
    if (word === undefined || (joined === undefined && word === operands[at])) return [];
    return [{ word: { ...word, text: joined ?? word.text }, role: 'declaration' as const }];
  });
  return { ...none, files, unread: files.length === 0 };
}

function fileOperands(operands: readonly Word[]): Installation['files'] {
  return operands.filter(({ text }) => !text.startsWith('-')).map((word) => ({ word, role: 'declaration' }));
}

/** Sorts the operands of `pip install` and of its like. */
function operandsOf(operands: readonly Word[]): Installation {
  const named: Word[] = [];
  const projects: Word[] = [];
  const files: { word: Word; role: 'declaration' | 'constraint' }[] = [];
  let unread = false;
  for (let at = 0; at < operands.length; at++) {
    const word = operands[at];
    if (word === undefined || /^\d*[<>]/.test(word.text)) break; // a redirection ends them
    const [role, option] = (
      [
        ['declaration', requirementOption.exec(word.text)],
        ['constraint', constraintOption.exec(word.text)],
      ] as const
    ).find(([, match]) => match !== null) ?? ['declaration', null];
    if (option !== null) {
      const value = option[3] === '' ? operands[++at] : { ...word, text: option[3] ?? '' };
      if (value !== undefined) files.push({ word: value, role });
    } else if (valued.has(word.text)) at++;
    else if (word.text.startsWith('-')) continue;
    else if (
      /[$`*?]/.test(word.text.replace(/\[.*?\]|[<>=!~].*$/g, '')) ||
      (/^(git|hg|svn|bzr)\+|:\/\//.test(word.text) && !word.text.includes('@ '))
    )
      unread = true;
    else if (/\.(whl|zip|tar\.gz)$/.test(word.text)) unread = true;
    else if (/^\.{0,2}\/|^\.{1,2}(\[.*\])?$/.test(word.text))
      projects.push({ ...word, text: word.text.replace(/\[.*$/, '') });
    else named.push(word);
  }
  return { named, files, projects, unread };
}
