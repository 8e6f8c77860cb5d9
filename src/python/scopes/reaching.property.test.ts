import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Kind, type Node, parseModule, processNames } from '../../syntax/python/index.ts';
import { openScopes } from './open-scopes.ts';
import type { Reaching } from './scopes.ts';

// A function made of random statements is run many times, each test and exception decided by chance, while it is noted
// which binding of `x` each `use(x)` sees. All of them must be among those that are said to reach it.

type Block = readonly Statement[];
interface Clause {
  readonly binds: boolean;
  readonly body: Block;
}
type Statement =
  | { readonly kind: 'assign' | 'delete' | 'use' | 'break' | 'continue' | 'return' | 'raise' }
  | { readonly kind: 'if'; readonly test: Test; readonly clauses: readonly Block[]; readonly last: Block | null }
  | { readonly kind: 'while'; readonly test: Test; readonly body: Block; readonly last: Block | null }
  | {
      readonly kind: 'for' | 'with' | 'suppress';
      readonly binds: boolean;
      readonly body: Block;
      readonly last: Block | null;
    }
  | { readonly kind: 'match'; readonly clauses: readonly Clause[]; readonly last: Block | null }
  | {
      readonly kind: 'try';
      readonly body: Block;
      readonly handlers: readonly Clause[];
      readonly otherwise: Block | null;
      readonly last: Block | null;
    };
type Test = 'any' | 'true' | 'named' | 'and-named';

const { program } = fc.letrec<{ program: Block; block: Block; statement: Statement }>((tie) => {
  const block = tie('block');
  const maybe = fc.option(block);
  const clause = fc.record({ binds: fc.boolean(), body: block });
  const named = fc.constantFrom<Test>('any', 'any', 'named', 'and-named');
  const simple = fc.record({
    kind: fc.constantFrom(
      ...(['assign', 'assign', 'use', 'use', 'delete', 'break', 'continue', 'return', 'raise'] as const),
    ),
  });
  return {
    program: fc.array(tie('statement'), { minLength: 1, maxLength: 6 }),
    block: fc.array(tie('statement'), { minLength: 1, maxLength: 3 }),
    statement: fc.oneof(
      { maxDepth: 4, depthSize: 'small' },
      { weight: 6, arbitrary: simple },
      {
        weight: 3,
        arbitrary: fc.record({
          kind: fc.constant('if' as const),
          test: named,
          clauses: fc.array(block, { minLength: 1, maxLength: 3 }),
          last: maybe,
        }),
      },
      {
        weight: 2,
        arbitrary: fc.record({
          kind: fc.constant('while' as const),
          test: fc.oneof(named, fc.constant<Test>('true')),
          body: block,
          last: maybe,
        }),
      },
      {
        weight: 3,
        arbitrary: fc.record({
          kind: fc.constantFrom('for' as const, 'with' as const, 'suppress' as const),
          binds: fc.boolean(),
          body: block,
          last: maybe,
        }),
      },
      {
        weight: 1,
        arbitrary: fc.record({
          kind: fc.constant('match' as const),
          clauses: fc.array(clause, { minLength: 1, maxLength: 2 }),
          last: maybe,
        }),
      },
      {
        weight: 3,
        arbitrary: fc.record({
          kind: fc.constant('try' as const),
          body: block,
          handlers: fc.array(clause, { minLength: 0, maxLength: 2 }),
          otherwise: maybe,
          last: maybe,
        }),
      },
    ),
  };
});

type End = 'normal' | 'break' | 'continue' | 'return' | 'raise';

/** Thrown when a run has taken long enough. */
const enough = new Error('enough');

/** Writes a program as text, or runs it; bindings and uses are numbered by their place in the text. */
class Machine {
  text = 'def f():\n';
  private bindings = 0;
  private uses = 0;

  /** Gives what runs the block: its parts are numbered once, in the order of the text. */
  block(block: Block, indent: string, inLoop: boolean): (run: Execution) => End {
    const parts = block.map((statement) => this.statement(statement, indent, inLoop));
    return (run) => {
      for (const part of parts) {
        const end = part(run);
        if (end !== 'normal') return end;
      }
      return 'normal';
    };
  }

  private line(indent: string, text: string): void {
    this.text += `${indent}${text}\n`;
  }

  private maybe(block: Block | null, header: string, indent: string, inLoop: boolean): (run: Execution) => End {
    if (block === null) return () => 'normal';
    this.line(indent, header);
    return this.block(block, `${indent} `, inLoop);
  }

  private statement(statement: Statement, indent: string, inLoop: boolean): (run: Execution) => End {
    const inner = `${indent} `;
    switch (statement.kind) {
      case 'assign': {
        this.line(indent, 'x = f()');
        const binding = this.bindings++;
        return (run) => (run.fails() ? 'raise' : run.bind(binding));
      }
      case 'delete':
        this.line(indent, 'del x');
        this.bindings++;
        return (run) => (run.current === -1 ? 'raise' : run.bind(-1));
      case 'use': {
        this.line(indent, 'use(x)');
        const use = this.uses++;
        return (run) => run.use(use);
      }
      case 'break':
      case 'continue':
        if (!inLoop) return this.simple(indent, 'pass', 'normal');
        return this.simple(indent, statement.kind, statement.kind);
      case 'return':
      case 'raise':
        return this.simple(indent, statement.kind, statement.kind);
      case 'if': {
        const branches = statement.clauses.map((clause, index) => {
          const test = this.test(statement.test, indent, index === 0 ? 'if' : 'elif');
          return { test, body: this.block(clause, inner, inLoop) };
        });
        const last = this.maybe(statement.last, 'else:', indent, inLoop);
        return (run) => {
          for (const { test, body } of branches) if (test(run)) return body(run);
          return last(run);
        };
      }
      case 'while': {
        const test = this.test(statement.test, indent, 'while');
        const body = this.block(statement.body, inner, true);
        const last = this.maybe(statement.last, 'else:', indent, inLoop);
        return (run) => loop(run, test, body, last);
      }
      case 'for': {
        this.line(indent, `for ${statement.binds ? 'x' : 'y'} in z:`);
        const binding = statement.binds ? this.bindings++ : -2;
        const body = this.block(statement.body, inner, true);
        const last = this.maybe(statement.last, 'else:', indent, inLoop);
        return (run) => loop(run, (next) => next.chance() && next.bind(binding) === 'normal', body, last);
      }
      case 'with':
      case 'suppress': {
        this.line(
          indent,
          `with ${statement.kind === 'suppress' ? 'suppress(E)' : 'y'}${statement.binds ? ' as x' : ''}:`,
        );
        const binding = statement.binds ? this.bindings++ : -2;
        const body = this.block(statement.body, inner, inLoop);
        return (run) => {
          run.bind(binding);
          const end = body(run);
          return end === 'raise' && statement.kind === 'suppress' ? 'normal' : end;
        };
      }
      case 'match':
        return this.match(statement.clauses, statement.last, indent, inLoop);
      case 'try':
        return this.attempt(statement, indent, inLoop);
    }
  }

  private simple(indent: string, text: string, end: End): () => End {
    this.line(indent, text);
    return () => end;
  }

  private test(test: Test, indent: string, word: string): (run: Execution) => boolean {
    const text = { any: 'a', true: 'True', named: '(x := a)', 'and-named': 'a and (x := b)' }[test];
    this.line(indent, `${word} ${text}:`);
    const binding = test === 'named' || test === 'and-named' ? this.bindings++ : -2;
    return (run) => {
      if (test === 'true') return true;
      if (test === 'and-named' && run.chance()) return false;
      run.bind(binding);
      return run.chance();
    };
  }

  private match(clauses: readonly Clause[], last: Block | null, indent: string, inLoop: boolean) {
    const inner = `${indent}  `;
    this.line(indent, 'match a:');
    const cases = clauses.map((clause) => {
      this.line(indent, clause.binds ? ' case [x] if b:' : ' case 1:');
      const binding = clause.binds ? this.bindings++ : -2;
      return { binding, body: this.block(clause.body, inner, inLoop) };
    });
    const otherwise = this.maybe(last, 'case _:', `${indent} `, inLoop);
    return (run: Execution): End => {
      for (const { binding, body } of cases) {
        if (run.chance()) continue;
        run.bind(binding);
        if (binding === -2 || run.chance()) return body(run);
      }
      return otherwise(run);
    };
  }

  private attempt(statement: Extract<Statement, { kind: 'try' }>, indent: string, inLoop: boolean) {
    const inner = `${indent} `;
    this.line(indent, 'try:');
    const body = this.block(statement.body, inner, inLoop);
    const handlers = statement.handlers.map((handler) => {
      this.line(indent, handler.binds ? 'except E as x:' : 'except E:');
      const binding = handler.binds ? this.bindings++ : -2;
      return { binding, body: this.block(handler.body, inner, inLoop) };
    });
    const hasHandlers = handlers.length > 0;
    const otherwise = this.maybe(hasHandlers ? statement.otherwise : null, 'else:', indent, inLoop);
    const last = this.maybe(hasHandlers ? statement.last : (statement.last ?? []), 'finally:', indent, inLoop);
    if (!hasHandlers && (statement.last ?? []).length === 0) this.line(inner, 'pass');
    return (run: Execution): End => {
      let end = body(run);
      if (end === 'normal') end = otherwise(run);
      else if (end === 'raise') {
        const handler = handlers.find(() => run.chance());
        if (handler !== undefined) {
          run.bind(handler.binding);
          end = handler.body(run);
          if (handler.binding >= 0) run.bind(-1);
        }
      }
      const lastEnd = last(run);
      return lastEnd === 'normal' ? end : lastEnd;
    };
  }
}

function loop(
  run: Execution,
  test: (run: Execution) => boolean,
  body: (run: Execution) => End,
  last: (run: Execution) => End,
): End {
  while (test(run)) {
    run.step();
    const end = body(run);
    if (end === 'break') return 'normal';
    if (end !== 'normal' && end !== 'continue') return end;
  }
  return last(run);
}

/** One run: the binding that is current (-1: none), and what was seen. */
class Execution {
  current = -1;
  readonly seen: readonly [use: number, binding: number][] = [];
  private steps = 60;
  private state: number;

  constructor(seed: number) {
    this.state = seed;
  }

  chance(): boolean {
    this.state = (Math.imul(this.state, 1664525) + 1013904223) >>> 0;
    return this.state >>> 16 < 32768;
  }

  fails(): boolean {
    return this.chance() && this.chance() && this.chance();
  }

  step(): void {
    if (this.steps-- <= 0) throw enough;
  }

  /** Binds, or unbinds (-1), or does nothing (-2). */
  bind(binding: number): End {
    if (binding !== -2) this.current = binding;
    return 'normal';
  }

  use(use: number): End {
    (this.seen as [number, number][]).push([use, this.current]);
    return this.fails() ? 'raise' : 'normal';
  }
}

test('what a run sees is among what reaches', () => {
  fc.assert(
    fc.property(program, fc.integer(), (block, seed) => {
      const machine = new Machine();
      const body = machine.block(block, ' ', false);
      const answers = analyse(machine.text);
      const wrong: string[] = [];
      for (let run = 0; run < 30; run++) {
        const execution = new Execution(seed + run);
        let end: End | undefined;
        try {
          end = body(execution);
        } catch (error) {
          if (error !== enough) throw error;
        }
        for (const [use, binding] of execution.seen) wrong.push(...missing(answers.uses[use], answers.all, binding));
        const finishes = end === 'normal' || end === 'return';
        if (finishes && answers.end !== undefined) wrong.push(...missing(answers.end, answers.all, execution.current));
      }
      expect(wrong, machine.text).toEqual([]);
    }),
    { numRuns: Number(process.env['RUNS'] ?? 400) },
  );
});

/** What is wrong if a binding was seen that is not said to reach; nothing if it is. */
function missing(reaching: Reaching | undefined, all: readonly unknown[], binding: number): string[] {
  const isAmong = binding < 0 ? reaching?.unbound : reaching?.bindings.some((one) => one === all[binding]);
  const said = reaching?.bindings.map((one) => all.indexOf(one)).join();
  return isAmong === true ? [] : [`binding ${binding} is seen, of ${said}`];
}

function analyse(text: string) {
  const tree = parseModule(Buffer.from(text));
  expect(tree.errors, text).toEqual([]);
  const scopes = openScopes(tree);
  const scope = scopes.of(tree.firstChild(tree.root));
  const x = processNames.idOf('x');
  const all = scope.bindings.get(x) ?? [];
  const calls: Node[] = [];
  for (let node = 1 as Node; node < tree.count; node++) {
    if (tree.kind(node) === Kind.Call && tree.nameText(tree.firstChild(node)) === 'use') calls.push(node);
  }
  calls.sort((left, right) => tree.start(left) - tree.start(right));
  const uses = calls.map((call) => scopes.reaching(scope, x, tree.nextSibling(tree.firstChild(call))));
  return { all, uses, end: all.length === 0 ? undefined : scopes.atEnd(scope, x) };
}
