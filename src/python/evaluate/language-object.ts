import type { ModelProvider } from '../model-provider.ts';
import { object } from '../values/make.ts';
import type { ModelObject, Value } from '../values/value.ts';

/** An object of the language itself (`super()`, a member of an enumeration), which knows its own attributes. */
export interface LanguageObject {
  attribute(name: string): Value | undefined;
  /** What calling it gives. */
  call?(): Value;
  /** What stands for it in text and arguments, where it is not itself. */
  readonly plain?: Value;
}

const provider = 'language';

/** An object of the language as a value. */
export function languageObject(key: string, of: LanguageObject): ModelObject {
  return object(provider, key, of);
}

/** What an object of the language is. Undefined for objects of other providers. */
export function languageObjectOf(value: Value): LanguageObject | undefined {
  return value.kind === 'object' && value.provider === provider ? (value.data as LanguageObject) : undefined;
}

/** The provider of these objects; every evaluator has it. */
export const languageProvider: ModelProvider = {
  name: provider,
  imports: [],
  external: () => undefined,
  call: (of) => (of.data as LanguageObject).call?.(),
  attribute: (of, name) => (of.data as LanguageObject).attribute(name),
};
