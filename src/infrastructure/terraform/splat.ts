// https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md#splat-operators
import type { Splat } from '../../syntax/hcl/index.ts';
import type { Value } from '../model/value.ts';
import type { Evaluation, Scope } from './evaluation.ts';
import { anyNumber, list } from './make.ts';
import { isNull, settled } from './settled.ts';
import { placeOf, shown } from './source.ts';

/** `source[*].name`: the same of each item. What is no list counts as the list of it, and null as the empty one. */
export function splat(node: Splat, scope: Scope, evaluation: Evaluation): Value {
  const place = placeOf(scope.source, node);
  const text = shown(scope.source, node);
  const written = evaluation.value(node.source, scope);
  const source = settled(written, evaluation);
  const each = (item: Value): Value => evaluation.value(node.each, { ...scope, item });
  switch (source.kind) {
    case 'list': {
      const items = source.items.map((item) => (item.kind === 'unknown' && item.many === true ? item : each(item)));
      return list(items, place);
    }
    case 'reference':
      return source.attribute === null
        ? list([each(source)], place)
        : each({ ...source, attribute: `${source.attribute}[*]`, place });
    case 'parameter':
      return each({ ...source, name: `${source.name}[*]`, place });
    case 'unknown':
      return list([each(source), anyNumber(text, place)], place);
    default:
      return list(isNull(source) ? [] : [each(source)], place);
  }
}
