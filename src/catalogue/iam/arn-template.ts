import { type ArnForm, type ArnPart, type ArnValue, readForm } from './arn-forms.ts';

/** A parameter inside an ARN. */
export interface ArnParameter {
  /** Paths into the request, the first that is given counts: `TableName`, `Entries[].EventBusName`, `RequestItems{key}`. */
  readonly paths: readonly string[];
  /** How its value becomes a part of an ARN, where that is not the value itself. */
  readonly form?: ArnForm;
  /** What the service takes where it is not given. */
  readonly default?: string;
}

/** An ARN with parameters of a request in it. */
export interface ArnTemplate {
  /** Literal text, in which CloudFormation's pseudo-parameters stand for partition, region and account, and parameters. */
  readonly parts: readonly (string | ArnParameter)[];
  /** True if it is meant only where its parameters are given. */
  readonly onlyIfGiven: boolean;
}

/** Reads a template of the catalogue: `s3:::{Bucket}/{Key}`, `{TopicArn}`, `~ecs:$R:$A:cluster/{cluster=default}`, `*`. */
export function readArnTemplate(text: string): ArnTemplate {
  const onlyIfGiven = text.startsWith('~');
  const body = onlyIfGiven ? text.slice(1) : text;
  return { parts: splitParts(body.startsWith('{') ? body : wholeArn(body)), onlyIfGiven };
}

/** An ARN as it is written in the catalogue, `sqs:$R:$A:${QueueName}`, in full; `*` stays. */
export function wholeArn(text: string): string {
  if (text === '*') return text;
  return `arn:\${AWS::Partition}:${text}`.replaceAll('$R', `\${AWS::Region}`).replaceAll('$A', `\${AWS::AccountId}`);
}

/** Cuts a template at its placeholders, whose paths may hold braces of their own. */
function splitParts(text: string): (string | ArnParameter)[] {
  const parts: (string | ArnParameter)[] = [];
  let literal = '';
  for (let index = 0; index < text.length; index += 1) {
    if (text[index] !== '{' || text[index - 1] === '$') {
      literal += text[index];
      continue;
    }
    const end = closingBrace(text, index);
    if (literal !== '') parts.push(literal);
    parts.push(readParameter(text.slice(index + 1, end)));
    literal = '';
    index = end;
  }
  return literal === '' ? parts : [...parts, literal];
}

function closingBrace(text: string, open: number): number {
  let depth = 0;
  for (let index = open; index < text.length; index += 1) {
    if (text[index] === '{') depth += 1;
    if (text[index] === '}' && --depth === 0) return index;
  }
  return text.length;
}

function readParameter(text: string): ArnParameter {
  const [rest = '', form] = text.split('|');
  const [paths = '', fallback] = rest.split('=');
  return {
    paths: paths.split(','),
    ...(form !== undefined && { form: form as ArnForm }),
    ...(fallback !== undefined && { default: fallback }),
  };
}

/** An ARN, how many of its parameters are known, and the paths of those for which `*` stands. */
export interface FilledArn {
  readonly arn: string;
  readonly known: number;
  readonly unknown: readonly string[];
}

/**
 * Fills a template: `*` stands for what is unknown, and a value that is an ARN itself takes the place of all before it.
 * Undefined if the template is not meant: its parameters are not given, or their value is of another kind.
 * @param valueOf the value of a parameter by its path; undefined if it is unknown; null if it is not given.
 */
export function fillArn(
  template: ArnTemplate,
  valueOf: (path: string) => ArnValue | null | undefined,
): FilledArn | undefined {
  let arn = '';
  let known = 0;
  const unknown: string[] = [];
  for (const part of template.parts) {
    if (typeof part === 'string') {
      arn += part;
      continue;
    }
    const value = firstGiven(part, valueOf);
    if (value === null && template.onlyIfGiven) return undefined;
    const given = value === null || value === undefined ? 'unknown' : readForm(part.form, value);
    const read = arn === '' && !beginsArn(given) ? 'unknown' : given;
    if (read === 'other') return undefined;
    if (read === 'unknown') unknown.push(part.paths[0] ?? '');
    else known += 1;
    if (read === 'unknown') arn += '*';
    else arn = 'arn' in read ? read.arn : arn + read.text;
  }
  return { arn, known, unknown };
}

/** False for a text where a whole ARN is wanted that is none: the service refuses it, whatever it was meant to be. */
function beginsArn(read: ArnPart): boolean {
  return typeof read === 'string' || 'arn' in read || /^(?:\$\{|\*)/.test(read.text);
}

function firstGiven(
  parameter: ArnParameter,
  valueOf: (path: string) => ArnValue | null | undefined,
): ArnValue | null | undefined {
  for (const path of parameter.paths) {
    const value = valueOf(path);
    if (value !== null) return value;
  }
  return parameter.default === undefined ? null : { text: parameter.default };
}
