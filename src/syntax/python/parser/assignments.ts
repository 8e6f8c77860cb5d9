// https://docs.python.org/3/reference/simple_stmts.html#assignment-statements

import { Kind, type Node, NodeFlag } from '../node-kinds.ts';
import { AUGMENTED_OPERATOR } from '../operators.ts';
import { AUGMENTED, Token } from '../tokens/token-kinds.ts';
import { ImportParser } from './imports.ts';

/** Reads statements that begin with an expression. */
export abstract class AssignmentParser extends ImportParser {
  protected expressionStatement(): Node {
    const { start } = this;
    const first = this.valueExpressions();
    if (this.token === Token.Newline) return this.finish(Kind.ExpressionStatement, start, first, 0);
    if (this.token === Token.Equal) return this.assignment(start, first);
    if (this.token === Token.Colon) return this.annotatedAssignment(start, first);
    if (AUGMENTED[this.token] === 1) return this.augmentedAssignment(start, first);
    return this.finish(Kind.ExpressionStatement, start, first, 0);
  }

  private assignment(start: number, first: Node): Node {
    let last = first;
    while (this.eat(Token.Equal)) {
      this.checkTarget(last);
      last = this.link(last, this.valueExpressions());
    }
    return this.finish(Kind.Assignment, start, first, 0);
  }

  private annotatedAssignment(start: number, target: Node): Node {
    this.checkSingleTarget(target, 'only a name, attribute or subscript can be annotated');
    const isSimple = this.nodeKinds[target] === Kind.Name && this.nodeStarts[target] === start;
    this.advance();
    const annotation = this.expression();
    this.link(target, annotation);
    if (this.eat(Token.Equal)) {
      const value = this.valueExpressions();
      this.noteBareUnpacking(value);
      this.link(annotation, value);
    }
    return this.finish(Kind.AnnotatedAssignment, start, target, isSimple ? NodeFlag.Simple : 0);
  }

  private augmentedAssignment(start: number, target: Node): Node {
    const operator = AUGMENTED_OPERATOR[this.token]!;
    this.checkSingleTarget(target, 'illegal expression for augmented assignment');
    this.advance();
    const value = this.valueExpressions();
    if (this.nodeKinds[value] === Kind.Starred || this.isBareUnpacking(value)) {
      this.uses('unpackingInAugmentedAssignment', this.nodeStarts[value]!);
    }
    this.link(target, value);
    return this.finish(Kind.AugmentedAssignment, start, target, operator);
  }
}
