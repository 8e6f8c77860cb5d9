// https://docs.python.org/3/library/ast.html#pattern-matching

import { children, entryKey, entryValue, Kind, NONE, type Node, patternOf } from '../../src/syntax/python/index.ts';
import { ExpressionWriter } from './ast-expressions.ts';

const SINGLETONS: ReadonlySet<Kind> = new Set<Kind>([Kind.True, Kind.False, Kind.NoneLiteral]);

/** Writes patterns. */
export abstract class PatternWriter extends ExpressionWriter {
  protected readonly pattern = (node: Node): void => {
    const { tree } = this;
    const first = tree.firstChild(node);
    switch (tree.kind(node)) {
      case Kind.PatternValue:
        return this.valuePattern(node, first);
      case Kind.PatternSequence:
        return this.simple('MatchSequence', node, () => this.list('patterns', first, this.pattern));
      case Kind.PatternOr:
        return this.simple('MatchOr', node, () => this.list('patterns', first, this.pattern));
      case Kind.PatternStar:
        return this.simple('MatchStar', node, () => this.nameField('name', first));
      case Kind.PatternCapture:
        return this.simple('MatchAs', node, () => this.nameField('name', first));
      case Kind.PatternWildcard:
        return this.simple('MatchAs', node, () => {});
      case Kind.PatternAs:
        return this.simple('MatchAs', node, () => {
          this.one('pattern', first, this.pattern);
          this.nameField('name', tree.nextSibling(first));
        });
      case Kind.PatternMapping:
        return this.mappingPattern(node);
      default:
        return this.classPattern(node);
    }
  };

  private simple(name: string, node: Node, write: () => void): void {
    this.open(name, node);
    write();
    this.close();
  }

  private nameField(field: string, name: Node): void {
    if (name !== NONE) this.string(field, this.tree.nameText(name));
  }

  private valuePattern(node: Node, value: Node): void {
    const { tree } = this;
    if (!SINGLETONS.has(tree.kind(value))) {
      this.simple('MatchValue', node, () => this.one('value', value, this.load));
      return;
    }
    // None is the value here, which oracle.py leaves out like all None.
    const text = tree.text(value);
    this.simple('MatchSingleton', node, () => text === 'None' || this.write(` value=${text}`));
  }

  private mappingPattern(node: Node): void {
    const { tree } = this;
    const all = children(tree, node);
    const entries = all.filter((entry) => tree.kind(entry) === Kind.PatternEntry);
    const rest = all.find((entry) => tree.kind(entry) === Kind.PatternRest);
    this.open('MatchMapping', node);
    this.nodes('keys', entries, (entry) => this.expression(entryKey(tree, entry)));
    this.nodes('patterns', entries, (entry) => this.pattern(entryValue(tree, entry)));
    if (rest !== undefined) this.nameField('rest', tree.firstChild(rest));
    this.close();
  }

  private classPattern(node: Node): void {
    const { tree } = this;
    const [value, ...all] = children(tree, node);
    const keywords = all.filter((part) => tree.kind(part) === Kind.PatternKeyword);
    this.open('MatchClass', node);
    this.one('cls', value ?? NONE, this.load);
    this.nodes(
      'patterns',
      all.filter((part) => tree.kind(part) !== Kind.PatternKeyword),
      this.pattern,
    );
    this.texts(
      'kwd_attrs',
      keywords.map((part) => quotedName(tree.nameText(part))),
    );
    this.nodes('kwd_patterns', keywords, (part) => this.pattern(patternOf(tree, part)));
    this.close();
  }
}

const quotedName = (name: string): string => `s${JSON.stringify(name)}`;
