import type { Behaviour } from './behaviour.ts';
import { botoObject, type Meta, opaque } from './objects.ts';

/** `resource.meta.client` is the client that the resource speaks through; event hooks and the like perform nothing. */
export const meta: Behaviour<Meta> = {
  attribute: (data, name) => (name === 'client' ? botoObject(data.client) : opaque),
};
