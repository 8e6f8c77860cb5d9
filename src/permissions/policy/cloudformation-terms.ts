// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html
import { partsOfResource } from './placeholders.ts';

/** A resource in CloudFormation's words: a text, or one of its functions with its argument. */
export interface CloudFormationTerm {
  readonly call: 'Ref' | 'GetAtt' | 'Sub' | null;
  /** The text, the id that is referred to, `ID.ATTRIBUTE`, or the text with placeholders. */
  readonly text: string;
}

/** A resource as permissions write it, in CloudFormation's words. */
export function cloudFormationTerm(resource: string): CloudFormationTerm {
  const [first, ...others] = partsOfResource(resource);
  if (first === undefined || (others.length === 0 && 'text' in first)) return { call: null, text: resource };
  if (others.length > 0 || 'text' in first) return { call: 'Sub', text: resource };
  const { placeholder } = first;
  return { call: placeholder.includes('.') ? 'GetAtt' : 'Ref', text: placeholder };
}

/** The same as YAML: `!GetAtt Table.Arn`, `!Sub '${Table.Arn}/*'`; a text as a scalar in single quotes. */
export function yamlTerm({ call, text }: CloudFormationTerm): string {
  const quoted = `'${text.replaceAll("'", "''")}'`;
  if (call === null) return quoted;
  return call === 'Sub' ? `!Sub ${quoted}` : `!${call} ${text}`;
}

/** A term as the value that JSON, and YAML without tags, hold for it. */
export type TermValue = string | { readonly [name: string]: string | readonly [string, string] };

/** The same as a value: `{"Fn::GetAtt": ["Table", "Arn"]}`. */
export function termValue({ call, text }: CloudFormationTerm): TermValue {
  if (call === null) return text;
  if (call === 'Ref') return { Ref: text };
  if (call === 'Sub') return { 'Fn::Sub': text };
  const dot = text.indexOf('.');
  return { 'Fn::GetAtt': [text.slice(0, dot), text.slice(dot + 1)] };
}
