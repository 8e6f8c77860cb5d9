import type { Place } from '../../../evidence/place.ts';
import type { DataNode } from '../../../syntax/data-tree.ts';
import type { Value } from '../../model/value.ts';
import { type Evaluation, made } from '../evaluation.ts';

const mostParts = 10_000;

/** `Fn::ToJsonString`: the JSON text, joined from its parts; bounded, as aliases can make a small value huge. */
export function toJsonText(evaluation: Evaluation, argument: DataNode, node: DataNode): Value {
  const place = evaluation.place(node);
  const parts: Value[] = [];
  const isWhole = write(evaluation.value(argument), parts, place);
  if (!isWhole) return evaluation.unknown(node, 'bound-reached', 'a JSON text that is too large');
  return { kind: 'joined', parts: merged(parts, place), place };
}

/** Adds the parts of a value's JSON; false where there are too many. */
function write(value: Value, parts: Value[], place: Place): boolean {
  if (parts.length > mostParts) return false;
  const say = (text: string): number => parts.push(made(text, place));
  switch (value.kind) {
    case 'literal':
      say(JSON.stringify(value.value));
      return true;
    case 'list': {
      say('[');
      const items = value.items.filter(({ kind }) => kind !== 'absent');
      const isWhole = items.every((item, index) => {
        if (index > 0) say(',');
        return write(item, parts, place);
      });
      say(']');
      return isWhole;
    }
    case 'map': {
      say('{');
      const entries = [...value.entries].filter(([, entry]) => entry.value.kind !== 'absent');
      const isWhole = entries.every(([name, entry], index) => {
        say(`${index > 0 ? ',' : ''}${JSON.stringify(name)}:`);
        return write(entry.value, parts, place);
      });
      if (value.open !== null) parts.push(value.open);
      say('}');
      return isWhole;
    }
    default:
      say('"');
      parts.push(value);
      say('"');
      return true;
  }
}

/** Texts beside each other as one. */
function merged(parts: readonly Value[], place: Place): Value[] {
  const found: Value[] = [];
  let text: string[] = [];
  const flush = (): void => {
    if (text.length > 0) found.push(made(text.join(''), place));
    text = [];
  };
  for (const part of parts) {
    if (part.kind === 'literal') text.push(part.text);
    else {
      flush();
      found.push(part);
    }
  }
  flush();
  return found;
}
