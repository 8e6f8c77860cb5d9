import type { Place } from '../../evidence/place.ts';
import type { MapEntry, Value } from '../../infrastructure/model/value.ts';

// Stand for a part that is no text, by its number: letters of no script, which JSON takes in a text.
const open = '\uE010';
const close = '\uE011';
const longest = 500_000;
const deepest = 40;

/**
 * A policy that stands as JSON in a text, with the references in it kept; undefined if it is no JSON. Places are those of
 * the whole text.
 */
export function readPolicyText(value: Extract<Value, { kind: 'literal' | 'joined' }>): Value | undefined {
  const parts = value.kind === 'literal' ? [value] : value.parts;
  const text = parts.map((part, index) => (part.kind === 'literal' ? part.text : `${open}${index}${close}`)).join('');
  if (text.length > longest || !/^\s*[[{]/.test(text)) return undefined;
  try {
    // A reference that stands bare, without quotes, is a JSON value of its own (`jsonencode` within a text).
    const quoted = text.replaceAll(/([:[,]\s*)\uE010(\d+)\uE011(?=\s*[,\]}])/g, `$1"${open}$2${close}"`);
    return toValue(JSON.parse(quoted), parts, value.place, 0);
  } catch {
    return undefined; // JSON.parse has no other way to say so
  }
}

function toValue(json: unknown, parts: readonly Value[], place: Place, depth: number): Value {
  if (depth > deepest) return { kind: 'unknown', reason: 'bound-reached', text: 'nested too deeply', place };
  if (typeof json === 'string') return textValue(json, parts, place);
  if (Array.isArray(json))
    return { kind: 'list', items: json.map((item) => toValue(item, parts, place, depth + 1)), place };
  if (typeof json === 'object' && json !== null) {
    const entries = Object.entries(json).map(([name, inner]): [string, MapEntry] => [
      name,
      { key: place, value: toValue(inner, parts, place, depth + 1) },
    ]);
    return { kind: 'map', entries: new Map(entries), open: null, place };
  }
  const plain = typeof json === 'number' || typeof json === 'boolean' ? json : null;
  return { kind: 'literal', value: plain, text: String(plain), place, shared: true };
}

function textValue(text: string, parts: readonly Value[], place: Place): Value {
  const found: Value[] = [];
  for (const piece of text.split(/(\uE010\d+\uE011)/)) {
    const part = piece.startsWith(open) ? parts[Number(piece.slice(1, -1))] : undefined;
    if (part !== undefined) found.push(part);
    else if (piece !== '') found.push({ kind: 'literal', value: piece, text: piece, place, shared: true });
  }
  const [only] = found;
  if (only === undefined) return { kind: 'literal', value: '', text: '', place, shared: true };
  return found.length === 1 ? only : { kind: 'joined', parts: found, place };
}
