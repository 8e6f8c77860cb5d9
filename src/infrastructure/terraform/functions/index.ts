import { collections } from './collections.ts';
import { conversions } from './conversions.ts';
import { encodings } from './encodings.ts';
import { files } from './files.ts';
import type { FunctionTable } from './function.ts';
import { notEvaluated } from './not-evaluated.ts';
import { numbers } from './numbers.ts';
import { texts } from './texts.ts';

/** Terraform's and OpenTofu's functions, one entry each. */
export const functions: FunctionTable = {
  ...notEvaluated,
  ...texts,
  ...numbers,
  ...collections,
  ...conversions,
  ...encodings,
  ...files,
};
