// https://docs.aws.amazon.com/cdk/v2/guide/work-with-cdk-python.html
import type { CallArguments, ModelProvider } from '../../python/model-provider.ts';
import { object } from '../../python/values/make.ts';
import type { ModelObject, Value } from '../../python/values/value.ts';
import { cdkPath } from './library.ts';

/**
 * What an expression of the CDK says. Nothing is run: a term is a call or an attribute as written, and means something
 * when somebody makes a property or a resource of it.
 */
export type Term = Made | Member | Given;

/** A call of a class or function of the library, by its path below `aws_cdk`: `Duration.seconds`. */
export interface Made {
  readonly kind: 'made';
  readonly path: string;
  readonly call: CallArguments;
}

/** An attribute of a term. */
export interface Member {
  readonly kind: 'member';
  readonly of: ModelObject;
  readonly name: string;
}

/** What a method of a term gives. */
export interface Given {
  readonly kind: 'given';
  readonly of: ModelObject;
  readonly name: string;
  readonly call: CallArguments;
}

const name = 'cdk';

/** The term that a value is; undefined of others. */
export function termOf(value: Value | undefined): Term | undefined {
  return value?.kind === 'object' && value.provider === name ? (value.data as Term) : undefined;
}

/** The provider of what the AWS CDK gives. Its names stay external, since bases and enumerations are known by paths. */
export const cdkProvider: ModelProvider = {
  name,
  imports: ['aws_cdk', 'constructs', 'monocdk'],
  external: () => undefined,
  callExternal(path, call) {
    const own = cdkPath(path);
    return own === undefined ? undefined : object(name, `${own}(${call.key})`, { kind: 'made', path: own, call });
  },
  attribute: (of, attribute) => object(name, `${of.key}.${attribute}`, { kind: 'member', of, name: attribute }),
  call(callee, call) {
    const term = termOf(callee);
    if (term?.kind !== 'member') return undefined;
    const { of, name: method } = term;
    return object(name, `${callee.key}(${call.key})`, { kind: 'given', of, name: method, call });
  },
};
