// https://www.serverless.com/framework/docs/providers/aws/guide/serverless.yml

import { type Place, startOf } from '../../evidence/place.ts';
import { folderOf, joinPath } from '../../repository/paths.ts';
import type { DataNode, DataTree } from '../../syntax/data-tree.ts';
import { asMapping, asSequence, at, keyOf, textOf } from '../../syntax/navigate.ts';
import { Evaluator } from '../cloudformation/evaluate.ts';
import { type Evaluation, made, type NoteReference } from '../cloudformation/evaluation.ts';
import { readText } from '../model/reading.ts';
import type { Value } from '../model/value.ts';
import { generatedFrom, type Parts } from './generated-names.ts';
import { variablesIn } from './variable-syntax.ts';
import { below, partsOf, type Scope } from './variables.ts';

/** A node with what evaluates it: the file in which it stands may be another than the service's own. */
export interface Located {
  readonly node: DataNode;
  readonly evaluator: Evaluator;
  readonly path: readonly string[];
}

/** A named declaration. */
export interface Declared extends Located {
  readonly name: string;
  /** Where its name stands: maybe in another file than what is declared. */
  readonly key: Place;
  /** The whole declaration, with its name where that stands in the same file. */
  readonly place: Place;
}

/** Opens a data file of the tree by its path; undefined where it is not there or cannot be read. */
export type OpenFile = (path: string) => DataTree | undefined;

/** A service's configuration with the files that it takes parts from. */
export class ServiceFile {
  readonly evaluator: Evaluator;
  readonly resources = new Map<string, DataNode>();
  readonly #root: DataNode | undefined;
  readonly #file: string;
  readonly #openFile: OpenFile;
  readonly #noted: NoteReference | undefined;
  readonly #evaluators = new Map<string, Evaluator | undefined>();
  #parts: Parts | undefined;
  readonly #followed = new Map<DataNode, Located | undefined>();
  readonly #bounds = { nesting: { depth: 0 }, turns: 0, included: new Set<string>() };
  readonly #declarations = {
    parameters: new Map<string, DataNode>(),
    mappings: new Map<string, DataNode>(),
    conditions: new Map<string, DataNode>(),
    resources: this.resources,
  };

  constructor(file: string, tree: DataTree, openFile: OpenFile, noted?: NoteReference) {
    this.#noted = noted;
    this.#file = file;
    this.#openFile = openFile;
    [this.#root] = tree.documents;
    this.evaluator = this.#evaluatorOf(file, tree);
    this.#evaluators.set(file, this.evaluator);
  }

  /** What stands at a path of the configuration, in whatever file. */
  at(...path: readonly string[]): Located | undefined {
    if (this.#root === undefined) return undefined;
    return this.#below({ node: this.#root, evaluator: this.evaluator, path: [] }, path);
  }

  /** What Serverless makes resources from. */
  parts(): Parts {
    this.#parts ??= {
      functions: this.declared(this.at('functions')),
      layers: this.declared(this.at('layers')),
      stateMachines: this.declared(this.at('stepFunctions', 'stateMachines')),
      proxies: this.at('custom', 'apiGatewayServiceProxies') !== undefined,
    };
    return this.#parts;
  }

  /** The named declarations of a section, which may be a mapping or a list of them, each in a file of its own. */
  declared(section: Located | undefined): Declared[] {
    return this.blocks(section).flatMap(({ node, evaluator, path }) =>
      (asMapping(node)?.entries ?? []).flatMap((entry) => {
        const name = keyOf(entry);
        if (name === undefined) return [];
        const own = { node: entry.value, evaluator, path: [...path, name] };
        const located = this.follow(own) ?? own;
        const key = evaluator.place(entry.key);
        const place = located.evaluator.place(located.node);
        const isNear = located.node === entry.value;
        return [{ ...located, name, key, place: isNear ? { ...place, line: key.line, column: key.column } : place }];
      }),
    );
  }

  /** The mappings of a section that may be a list of them. */
  blocks(section: Located | undefined): Located[] {
    if (section === undefined) return [];
    const items = asSequence(section.node)?.items;
    if (items === undefined) return [section];
    return items.flatMap((node, index) => {
      return this.follow({ node, evaluator: section.evaluator, path: [...section.path, String(index)] }) ?? [];
    });
  }

  /** The place to which a text leads that is one variable (`${file(functions.yml):hello}`), else the node itself. */
  follow(located: Located): Located | undefined {
    const text = textOf(located.node);
    if (text?.startsWith('${') !== true) return located;
    if (this.#followed.has(located.node)) return this.#followed.get(located.node);
    this.#followed.set(located.node, undefined); // what leads to itself leads nowhere
    const found = this.#led(text);
    this.#followed.set(located.node, found);
    return found;
  }

  #led(text: string): Located | undefined {
    const [only] = variablesIn(text);
    const [first] = only?.alternatives ?? [];
    if (first === undefined || only?.end !== text.length) return undefined;
    const own = /^self:([\w.-]+)$/.exec(first)?.[1];
    if (own !== undefined) return this.at(...own.split('.'));
    const [, path, address = ''] = /^file\(([^)]*)\)(?::(.*))?$/.exec(first) ?? [];
    const written = path === undefined ? undefined : this.#plain(path);
    const below = this.#plain(address);
    const evaluator = written === undefined ? undefined : this.#opened(written);
    const root = evaluator?.source.tree.documents[0];
    if (evaluator === undefined || root === undefined || below === undefined) return undefined;
    return this.#below({ node: root, evaluator, path: [] }, below === '' ? [] : below.split('.'));
  }

  #below(from: Located, path: readonly string[]): Located | undefined {
    let current: Located | undefined = from;
    for (const step of path) {
      const here: Located | undefined = current === undefined ? undefined : this.follow(current);
      const node: DataNode | undefined =
        here === undefined ? undefined : at(here.node, asSequence(here.node) ? Number(step) : step);
      current =
        here === undefined || node === undefined
          ? undefined
          : { node, evaluator: here.evaluator, path: [...here.path, step] };
    }
    return current === undefined ? undefined : this.follow(current);
  }

  #plain(text: string): string | undefined {
    if (this.#root === undefined || !text.includes('${')) return text.trim();
    const parts = partsOf(this.#scope, this.evaluator, text, this.#root) ?? [];
    const reading = readText({ kind: 'joined', parts, place: startOf(this.#file) });
    return reading.known ? reading.value.trim() : undefined;
  }

  #opened(path: string): Evaluator | undefined {
    const file = joinPath(folderOf(this.#file), path.replace(/^~/, ''));
    if (file === undefined) return undefined;
    if (this.#evaluators.has(file)) return this.#evaluators.get(file);
    const tree = this.#openFile(file);
    const evaluator = tree === undefined ? undefined : this.#evaluatorOf(file, tree);
    this.#evaluators.set(file, evaluator);
    return evaluator;
  }

  #evaluatorOf(file: string, tree: DataTree): Evaluator {
    const surroundings = {
      given: () => undefined,
      output: () => undefined,
      include: () => undefined,
      noted: this.#noted,
      parts: (evaluation: Evaluation, text: string, node: DataNode) => partsOf(this.#scope, evaluation, text, node),
      generated: (name: string) => generatedFrom(this.parts(), name),
    };
    const source = { file, tree, original: tree.text };
    return new Evaluator(source, this.#declarations, surroundings, this.#bounds);
  }

  /** Takes in the sections of CloudFormation that `resources` holds. */
  declare(sections: readonly Located[]): void {
    const targets = [
      ['Parameters', this.#declarations.parameters],
      ['Mappings', this.#declarations.mappings],
      ['Conditions', this.#declarations.conditions],
      ['Resources', this.resources],
    ] as const;
    for (const section of sections) {
      for (const [name, target] of targets) {
        const found = this.#below(section, [name]);
        for (const declared of this.declared(found)) target.set(declared.name, declared.node);
      }
    }
  }

  /** The declarations below a key of a section. */
  below(section: Located, ...path: readonly string[]): Declared[] {
    return this.declared(this.#below(section, path));
  }

  readonly #scope: Scope = {
    self: (path) => this.#valueAt(path) ?? this.#standard(path),
    has: (path) => this.#opened(path) !== undefined,
    file: (path, below_) => {
      const evaluator = this.#opened(path);
      const root = evaluator?.source.tree.documents[0];
      return evaluator === undefined || root === undefined ? undefined : this.#valueBelow(root, evaluator, below_);
    },
    parameter: (name) => {
      const stage = readText(this.#scope.stage());
      const stages = stage.known ? [stage.value, 'default'] : ['default'];
      for (const one of stages) {
        const found = this.#valueAt(['stages', one, 'params', name]) ?? this.#valueAt(['params', one, name]);
        if (found !== undefined) return found;
      }
      return undefined;
    },
    stage: () => this.#scope.self(['provider', 'stage']) ?? made('dev', startOf(this.#file)),
    region: () => this.#scope.self(['provider', 'region']) ?? made('us-east-1', startOf(this.#file)),
  };

  /** What Serverless takes where the configuration says nothing. */
  #standard(path: readonly string[]): Value | undefined {
    const values: Readonly<Record<string, string>> = { 'provider.stage': 'dev', 'provider.region': 'us-east-1' };
    const text = values[path.join('.')];
    return text === undefined ? undefined : made(text, startOf(this.#file));
  }

  #valueAt(path: readonly string[]): Value | undefined {
    return this.#root === undefined ? undefined : this.#valueBelow(this.#root, this.evaluator, path);
  }

  /** Walks nodes as far as they are written, then values: no more is evaluated than the path needs. */
  #valueBelow(root: DataNode, evaluator: Evaluator, path: readonly string[]): Value | undefined {
    let node = root;
    for (const [index, step] of path.entries()) {
      const next = at(node, asSequence(node) ? Number(step) : step);
      if (next === undefined) {
        const isWritten = asMapping(node) !== undefined && at(node, '<<') === undefined;
        return isWritten ? undefined : below(evaluator.value(node), path.slice(index));
      }
      node = next;
    }
    return evaluator.value(node);
  }
}
