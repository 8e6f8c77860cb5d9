import { assignedValue, decoratorExpression, Kind, type NameId, NONE } from '../../../syntax/python/index.ts';
import type { CallArguments } from '../../model-provider.ts';
import { members } from '../../values/union.ts';
import type { FunctionValue } from '../../values/value.ts';
import { argumentsOf } from '../arguments.ts';
import { decoratorsOf } from '../decorators.ts';
import { enclosingClass } from '../enclosing.ts';
import type { Evaluator } from '../evaluator.ts';
import { mostSites } from './confirm.ts';

/** The setter of a property is called with what is assigned to the attribute. */
export function asSetter(e: Evaluator, called: FunctionValue, name: NameId): CallArguments[] {
  const { module, node } = called;
  const { tree } = module;
  const isSetter = decoratorsOf(tree, node).some((one) => tree.nameText(decoratorExpression(tree, one)) === 'setter');
  const owner = enclosingClass(tree, node);
  if (!isSetter || owner === NONE) return [];
  const found: CallArguments[] = [];
  for (const use of e.uses.stores(name).slice(0, mostSites)) {
    const statement = use.module.tree.parent(use.node);
    if (use.module.tree.kind(statement) !== Kind.Assignment) continue;
    const context = e.context(use.module);
    for (const object of members(e.evaluate(context, use.module.tree.firstChild(use.node)))) {
      if (
        object.kind !== 'instance' ||
        !e.lineage(object.class).classes.some((one) => one.module === module && one.node === owner)
      )
        continue;
      const value = e.evaluate(context, assignedValue(use.module.tree, statement));
      found.push(argumentsOf(`=${use.module.index}.${use.node}`, [object, value]));
    }
  }
  return found;
}
