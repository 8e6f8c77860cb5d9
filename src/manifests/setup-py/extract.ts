// https://setuptools.pypa.io/en/latest/references/keywords.html
import type { Draft } from '../draft.ts';
import { withoutComment } from '../requirement/comment.ts';
import { normaliseName } from '../requirement/name.ts';
import { addRequirementText } from '../requirement-text.ts';
import { includePath } from '../requirements/include-path.ts';
import type { Evaluator } from './evaluate.ts';
import { filesRead } from './files-read.ts';
import type { Computed, DictEntry, Value } from './value.ts';

const mostSearches = 100;
const lists: Readonly<Record<string, string | null>> = {
  install_requires: null,
  requires: null,
  tests_require: 'test',
  setup_requires: 'build-system',
};

/** Reads the keywords of one call of `setup` into the draft. What is computed is a fault where it stands. */
export class SetupExtractor {
  readonly #evaluator: Evaluator;
  readonly #draft: Draft;
  #searches = 0;

  constructor(evaluator: Evaluator, draft: Draft) {
    this.#evaluator = evaluator;
    this.#draft = draft;
  }

  extract(entries: readonly DictEntry[]): void {
    for (const { key, value } of entries) {
      if (key.kind === 'computed') this.#computed('some keywords of setup()', key);
      else if (key.kind === 'text') this.#keyword(key.text, value);
    }
  }

  #keyword(name: string, value: Value): void {
    const { module } = this.#evaluator;
    const group = Object.hasOwn(lists, name) ? lists[name] : undefined;
    if (group !== undefined) this.#requirements(name, value, group, null);
    else if (name === 'extras_require') this.#extras(value);
    else if (name === 'name' && value.kind === 'text') this.#draft.project ??= normaliseName(value.text);
    else if (name === 'python_requires' && value.kind === 'text') {
      const specifier = value.text.trim();
      if (specifier !== '') this.#draft.python ??= { specifier, place: module.place(value.node) };
    } else if (name === 'python_requires' && value.kind === 'computed') this.#computed(name, value);
  }

  #extras(value: Value): void {
    if (value.kind === 'computed') this.#computed('extras_require', value);
    for (const { key, value: list } of value.kind === 'dict' ? value.entries : []) {
      if (key.kind === 'computed') this.#computed('some extras', key);
      if (key.kind !== 'text') continue;
      // `extra:marker`; an empty extra is what is always installed
      const [extra = '', ...marker] = key.text.split(':');
      const group = extra.trim() === '' ? null : normaliseName(extra.trim());
      this.#requirements(`the extra ${key.text}`, list, group, marker.join(':').trim() || null);
    }
  }

  #requirements(what: string, value: Value, group: string | null, marker: string | null): void {
    switch (value.kind) {
      case 'computed':
        return this.#computed(what, value);
      case 'list':
        for (const item of value.items) this.#requirements(what, item, group, marker);
        return undefined;
      case 'text': {
        const place = this.#evaluator.module.place(value.node);
        for (const text of value.text.split(/\r\n|[\n\r]/)) {
          const line = withoutComment(text).trim();
          if (line !== '') addRequirementText(line, this.#draft, { place, group }, marker);
        }
        return undefined;
      }
      default:
        return undefined;
    }
  }

  /** A computed part; the files of requirements that it reads are included. */
  #computed(what: string, { reason, node }: Computed): void {
    const { module } = this.#evaluator;
    this.#draft.fault(module.place(node), `${what}: ${reason}, known only when the script runs`);
    if (++this.#searches > mostSearches) return;
    for (const { file, node: named } of filesRead(node, module)) {
      const found = includePath(this.#draft.file, file);
      if (!found.ok || this.#draft.includes.includes(found.path)) continue;
      this.#draft.addOption({ name: 'requirement', value: file, place: module.place(named) });
      this.#draft.includes.push(found.path);
    }
  }
}
