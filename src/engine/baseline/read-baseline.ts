import { ConfigurationError } from '../../evidence/errors.ts';
import { severities } from '../../evidence/vocabulary.ts';
import type { BaselineEntry } from '../../report/report.ts';
import type { DataNode, DataTree, MappingNode } from '../../syntax/data-tree.ts';
import { parseJson } from '../../syntax/json/index.ts';
import { asMapping, asScalar, asSequence, at, keyOf } from '../../syntax/navigate.ts';
import { fingerprint } from '../fingerprint.ts';
import type { BaselineText } from '../request.ts';

const anew = 'write it anew with --update-baseline.';
const verdicts = ['fail', 'unknown'] as const;

/**
 * The entries of a baseline, as `schemas/baseline.schema.json` has them.
 * @throws ConfigurationError for what is no JSON, lacks a field, or has a fingerprint that is not that of its finding.
 */
export function readBaseline({ file, text }: BaselineText): BaselineEntry[] {
  const tree = parseJson(text);
  const reader = new BaselineReader(file, tree);
  const [fault] = tree.faults;
  if (fault !== undefined) throw reader.problem(fault, `${fault.message}: mend it, or delete the file and ${anew}`);
  const root = asMapping(tree.documents[0]);
  if (root === undefined) throw reader.problem({ start: 0 }, `a baseline is an object: delete the file and ${anew}`);
  return reader.entries(root);
}

class BaselineReader {
  readonly #file: string;
  readonly #tree: DataTree;

  constructor(file: string, tree: DataTree) {
    this.#file = file;
    this.#tree = tree;
  }

  problem(node: { readonly start: number }, message: string): ConfigurationError {
    return new ConfigurationError({ file: this.#file, ...this.#tree.lines.position(node.start) }, message);
  }

  entries(root: MappingNode): BaselineEntry[] {
    const version = asScalar(at(root, 'schemaVersion'));
    if (typeof version?.value === 'number' && version.value > 1)
      throw this.problem(
        version,
        `it was made by a newer skyworthy (schemaVersion ${version.text}): upgrade skyworthy.`,
      );
    if (version?.value !== 1)
      throw this.problem(version ?? root, `schemaVersion is 1 in this version: delete the file and ${anew}`);
    const findings = at(root, 'findings');
    const items = asSequence(findings)?.items;
    if (items === undefined) throw this.problem(findings ?? root, `findings is a list: delete the file and ${anew}`);
    return items.map((item) => this.#entry(item));
  }

  #entry(item: DataNode): BaselineEntry {
    const mapping = asMapping(item);
    if (mapping === undefined) throw this.problem(item, 'a finding is an object: take this one out.');
    const [check, subject] = [this.#text(mapping, 'check'), this.#text(mapping, 'subject')];
    const service = asScalar(at(mapping, 'service'))?.value === null ? null : this.#text(mapping, 'service');
    const print = this.#text(mapping, 'fingerprint');
    if (print !== fingerprint(check, service ?? '', subject))
      throw this.problem(
        this.#value(mapping, 'fingerprint'),
        `this is not the fingerprint of ${check}: take the entry out.`,
      );
    const verdict = this.#word(mapping, 'verdict', verdicts);
    return {
      check,
      service,
      subject,
      verdict,
      severity: this.#word(mapping, 'severity', severities),
      fingerprint: print,
    };
  }

  #value(mapping: MappingNode, key: string): DataNode {
    const value = mapping.entries.findLast((entry) => keyOf(entry) === key)?.value;
    if (value === undefined) throw this.problem(mapping, `the finding has no ${key}: take it out.`);
    return value;
  }

  #text(mapping: MappingNode, key: string): string {
    const node = this.#value(mapping, key);
    const value = asScalar(node)?.value;
    if (typeof value !== 'string') throw this.problem(node, `${key} is a text.`);
    return value;
  }

  #word<Word extends string>(mapping: MappingNode, key: string, words: readonly Word[]): Word {
    const text = this.#text(mapping, key);
    const word = words.find((candidate) => candidate === text);
    if (word === undefined) throw this.problem(this.#value(mapping, key), `${key} is ${words.join(' or ')}.`);
    return word;
  }
}
