import type { ModelProvider } from '../model-provider.ts';
import { object } from '../values/make.ts';
import type { ModelObject, Value } from '../values/value.ts';

/** An object of the language itself (`super()`, a member of an enumeration), which knows its own attributes. */
export interface LanguageObject {
  attribute(name: string): Value | undefined;
  /** What calling it gives. */
  call?(): Value;
}

const provider = 'language';

/** An object of the language as a value; `plain` is what stands for it in text and arguments, where it is not itself. */
export function languageObject(key: string, of: LanguageObject, plain?: Value): ModelObject {
  const made = object(provider, key, of);
  return plain === undefined ? made : { ...made, plain };
}

/** The provider of these objects; every evaluator has it. */
export const languageProvider: ModelProvider = {
  name: provider,
  imports: [],
  external: () => undefined,
  call: (of) => (of.data as LanguageObject).call?.(),
  attribute: (of, name) => (of.data as LanguageObject).attribute(name),
};
