import type { ModelProvider } from '../model-provider.ts';
import { builtinMethods } from './builtin-methods.ts';
import { library } from './library.ts';

/** What the builtins and the standard library are, and the libraries that read environment variables for others. */
export const standardLibrary: readonly ModelProvider[] = [builtinMethods, library];
