import * as v from 'valibot';
import { evidenceKinds, unknownReasons } from '../../evidence/vocabulary.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(1));

/** A place for which a permission is needed. */
export const reason = v.strictObject({
  file: v.string(),
  line: count,
  text: v.string(),
  how: v.picklist(evidenceKinds),
});

const where = { file: v.string(), line: count };
const whether = { certainty: v.picklist(['resolved', 'guessed']), doubt: v.nullable(v.string()) };
const pattern = v.pipe(v.string(), v.minLength(1));

/** The fields of a service's permissions that speak of what is declared. */
export const declaredFields = {
  identity: v.nullable(
    v.strictObject({ role: v.nullable(v.string()), sharedWith: v.array(v.string()), bounded: v.boolean() }),
  ),
  declared: v.array(
    v.strictObject({
      action: pattern,
      effect: v.picklist(['Allow', 'Deny']),
      resources: v.array(v.string()),
      exceptActions: v.array(pattern),
      exceptResources: v.array(v.string()),
      conditions: v.boolean(),
      certainty: v.picklist(['resolved', 'guessed']),
      policy: v.nullable(v.string()),
      from: v.strictObject(where),
    }),
  ),
  declaredUnknown: v.array(v.strictObject({ ...where, text: v.string(), reason: v.picklist(unknownReasons) })),
  missing: v.array(
    v.strictObject({
      action: pattern,
      resources: v.pipe(v.array(v.string()), v.minLength(1)),
      because: v.array(reason),
      ...whether,
      denied: v.nullable(v.strictObject(where)),
    }),
  ),
  excess: v.array(
    v.strictObject({
      action: pattern,
      resources: v.array(v.string()),
      policy: v.nullable(v.string()),
      from: v.strictObject(where),
      ...whether,
    }),
  ),
  narrowable: v.array(
    v.strictObject({
      policy: v.nullable(v.string()),
      from: v.strictObject(where),
      wide: v.array(pattern),
      open: v.array(pattern),
      to: v.array(v.strictObject({ actions: v.array(pattern), resources: v.array(v.string()) })),
      instead: v.nullable(v.string()),
      ...whether,
    }),
  ),
};
