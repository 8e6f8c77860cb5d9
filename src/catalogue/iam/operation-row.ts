import { type ArnTemplate, readArnTemplate } from './arn-template.ts';

/** A condition on a request's parameter, by its path. */
export interface ParameterCondition {
  readonly path: string;
  /**
   * What must hold: the parameter is given, is not given, has the value, or is a statement that begins with the word.
   */
  readonly is: 'given' | 'absent' | 'value' | 'statement';
  /** The value or the word. */
  readonly text?: string;
}

/** An action that an operation needs, on what, and when. */
export interface ActionNeed {
  /** `s3:GetObject`. */
  readonly action: string;
  /** True if the call is refused without it, once the conditions hold; false for what only some calls want besides. */
  readonly needed: boolean;
  /** The rule by which it is known: an id of the dataset `aws/iam/rules`. */
  readonly rule: string;
  /** What it must be allowed on, each of them; empty if the action takes no resource, so that only `*` grants it. */
  readonly resources: readonly ArnTemplate[];
  /** All must hold. */
  readonly when: readonly ParameterCondition[];
}

/** What an operation needs. */
export interface OperationNeeds {
  readonly needs: readonly ActionNeed[];
  /** The rule by which no permission is needed; then `needs` is empty. */
  readonly free?: string;
}

/** The rows of an operation: `[+]Action[@rule] ARN… ?condition…`, or `-rule` where no permission is needed. */
export type OperationRow = string | readonly string[];

/** Reads the rows of an operation; `prefix` is that of actions which name none. */
export function readOperation(row: OperationRow, prefix: string): OperationNeeds {
  const rows = typeof row === 'string' ? [row] : row;
  const free = rows[0]?.startsWith('-') ? rows[0].slice(1) : undefined;
  return free === undefined ? { needs: rows.map((text) => readNeed(text, prefix)) } : { needs: [], free };
}

function readNeed(row: string, prefix: string): ActionNeed {
  const [head = '', ...parts] = row.split(' ');
  const [marked = '', rule = 'name'] = head.split('@');
  const name = marked.replace(/^\+/, '');
  return {
    action: name.includes(':') ? name : `${prefix}:${name}`,
    needed: !marked.startsWith('+'),
    rule,
    resources: parts.filter((part) => !part.startsWith('?')).map(readArnTemplate),
    when: parts.filter((part) => part.startsWith('?')).map((part) => readCondition(part.slice(1))),
  };
}

function readCondition(text: string): ParameterCondition {
  if (text.startsWith('!')) return { path: text.slice(1), is: 'absent' };
  const [, path = text, sign, value] = /^([^=:]+)([=:])(.+)$/.exec(text) ?? [];
  if (sign === undefined || value === undefined) return { path, is: 'given' };
  return { path, is: sign === '=' ? 'value' : 'statement', text: value };
}
