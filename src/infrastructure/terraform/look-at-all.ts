import { blockValue } from './blocks.ts';
import type { Evaluation } from './evaluation.ts';
import { force } from './force.ts';
import type { Module } from './module.ts';
import { blockOf, placeOf } from './source.ts';

/** Works out everything that a module's files say, used or not, so that an observer sees all references. */
export function lookAtAll(module: Module, evaluation: Evaluation): void {
  for (const source of module.declarations.sources) {
    for (const block of source.hcl.body.items) {
      if (block.kind !== 'block' || ['moved', 'removed', 'import', 'terraform'].includes(block.type)) continue;
      const { items } = blockOf(source, block);
      const written = items.filter(({ item }) => item.kind === 'block' || !bareNames.has(item.name));
      force(blockValue(written, placeOf(source, block), module.scope(source), evaluation));
    }
  }
}

/** Arguments that hold names, not expressions. */
const bareNames = new Set(['provider', 'providers', 'type']);
