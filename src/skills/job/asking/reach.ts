import { onTheContrary, required, verb } from './cues.ts';
import { fits } from './phrases.ts';
import type { Stretch } from './sentences.ts';

// How far a cue reaches: over a list of things, not over into what is said of others.

const sign = /[,()]/;
/** A second thing that the same people do. */
const newVerb =
  /\band (?:just |simply |only |now |instead |since )?(?:write|use|run|work|do|prefer|like|love|build|keep|rely|stick|deploy|develop|stay|are|moved|chose|adopted|started|switched)\b/i;
/** A subject that goes on with what it does: `Instead of Jenkins we use Dagger`. */
const newSubject =
  /\s(?:we|you|they|everything|everyone)(?:['’](?:ll|ve|re|d))?\s+(?!(?:don|do not|never|have to|need)\b)\w+/i;

/** Says something of one thing. */
const ofOne = /^\s*(?:is|'s|would be a|as a|a)\b/i;

/**
 * Where the things begin of which something is said behind them: `Kafka, RabbitMQ or NATS is a plus`. In `Docker, Helm is a
 * plus` it is said of one; what is said within brackets does not reach out of them.
 */
export function reachBack(text: string, clause: Stretch, cue: number): number {
  let start = cue;
  for (let first = true; start > clause.start; first = false) {
    const before = lastSign(text, clause.start, start - 1);
    const segment = text.slice(before, start);
    if (text[before] === '(' && !text.slice(before, cue).includes(')')) return before;
    if (first && ofOne.test(text.slice(cue)) && /\S/.test(segment.slice(1)) && !/\b(?:and|or)\b|[/&]/.test(segment))
      return before;
    const settled = fits(verb, segment);
    if (!first && /\bif\b/i.test(segment)) return before;
    if (!first && (settled || fits(required, segment))) return start;
    start = before;
  }
  return clause.start;
}

/** What a remark in brackets is made on: `Docker, Helm (a plus)`; undefined where it stands in none, or these name something. */
export function beforeBrackets(text: string, clause: Stretch, cue: number): Stretch | undefined {
  const open = text.lastIndexOf('(', cue);
  if (open < clause.start || /[),\p{L}]/u.test(text.slice(open + 1, cue))) return undefined;
  return { start: lastSign(text, clause.start, open), end: open };
}

/** The brackets that begin at a place; nothing where there are none. */
export function bracketsAt(text: string, at: number): Stretch {
  const length = /^\s*\([^()]*\)/.exec(text.slice(at))?.[0].length ?? 0;
  return { start: at, end: at + length };
}

/** Where the things end of which something is said before them: `No Java, Kubernetes or Helm, just Python`; before `ends`. */
export function reachAhead(text: string, within: Stretch, cue: number, ...ends: readonly RegExp[]): number {
  const rest = text.slice(cue, within.end);
  const turns = [newVerb, newSubject, ...ends].map((turn) => rest.search(turn)).filter((turn) => turn >= 0);
  const clause = { start: within.start, end: Math.min(within.end, ...turns.map((turn) => cue + turn)) };
  let end = cue;
  for (let first = true; end < clause.end; first = false) {
    const next = nextSign(text, end + (first ? 0 : 1), clause.end);
    const segment = text.slice(end + (first ? 0 : 1), next);
    if (!first && (fits(verb, segment) || onTheContrary.test(segment))) return end;
    if (text[next] === ')' && !text.slice(cue, next).includes('(')) return next;
    end = next;
  }
  return clause.end;
}

function lastSign(text: string, start: number, from: number): number {
  for (let index = from - 1; index >= start; index--) if (sign.test(text[index] as string)) return index;
  return start;
}

function nextSign(text: string, from: number, end: number): number {
  for (let index = from; index < end; index++) if (sign.test(text[index] as string)) return index;
  return end;
}
