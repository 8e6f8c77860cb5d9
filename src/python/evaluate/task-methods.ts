// What decorators of task frameworks make of a function has methods that call it with their own arguments.
import { callee, decoratorExpression, Kind, keywordArgument, NONE, type Node } from '../../syntax/python/index.ts';
import { external, method } from '../values/make.ts';
import { members } from '../values/union.ts';
import type { FunctionValue, Value } from '../values/value.ts';
import { decoratorsOf } from './decorators.ts';
import type { Evaluator } from './evaluator.ts';

/** The methods by the first part of the decorator's path. */
const methods: Readonly<Record<string, readonly string[]>> = {
  celery: ['delay', 's', 'si'], // https://docs.celeryq.dev/en/stable/userguide/calling.html
  django: ['enqueue', 'func'], // https://docs.djangoproject.com/en/6.0/topics/tasks/
  django_rq: ['delay'], // https://python-rq.org/patterns/django/
  dramatiq: ['send', 'fn'], // https://dramatiq.io/reference.html#dramatiq.Actor
  modal: ['local', 'remote'], // https://modal.com/docs/reference/modal.Function
  prefect: ['fn', 'submit'], // https://docs.prefect.io/v3/develop/write-tasks
  ray: ['remote'], // https://docs.ray.io/en/latest/ray-core/tasks.html
  rq: ['delay'], // https://python-rq.org/docs/#the-job-decorator
};

const all: readonly string[] = [...new Set(Object.values(methods).flat())];

/** What calls the function under an attribute of what its decorators make; undefined for other attributes and functions. */
export function taskMethod(e: Evaluator, of: FunctionValue, name: string): Value | undefined {
  if (!all.includes(name)) return undefined;
  const decorator = taskDecorator(e, of, name);
  if (decorator === NONE) return undefined;
  return isBound(of, decorator) ? method(external('celery.Task()'), of) : of;
}

/** The methods that a function has so; empty for most. */
export function taskMethods(e: Evaluator, of: FunctionValue): readonly string[] {
  return decoratorsOf(of.module.tree, of.node).length === 0
    ? []
    : all.filter((name) => taskDecorator(e, of, name) !== NONE);
}

/** The decorator of a framework that has such a method, or of one that is not known; `NONE` if there is none. */
function taskDecorator(e: Evaluator, { module, node, frame }: FunctionValue, name: string): Node {
  const { tree } = module;
  if (tree.kind(node) !== Kind.FunctionDefinition) return NONE;
  const context = e.context(module, frame);
  const found = decoratorsOf(tree, node).find((one) =>
    members(e.evaluate(context, decoratorExpression(tree, one))).some((value) => {
      if (value.kind === 'external') return methods[value.path.split('.', 1)[0] ?? '']?.includes(name) === true;
      return value.kind === 'unknown';
    }),
  );
  return found ?? NONE;
}

/** `@app.task(bind=True)` passes the task itself before the arguments. */
function isBound({ module: { tree } }: FunctionValue, decorator: Node): boolean {
  const made = decoratorExpression(tree, decorator);
  if (tree.kind(made) !== Kind.Call || callee(tree, made) === NONE) return false;
  const bind = keywordArgument(tree, made, tree.names.idOf('bind'));
  return bind !== NONE && tree.kind(bind) === Kind.True;
}
