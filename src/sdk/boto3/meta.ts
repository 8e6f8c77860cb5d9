import type { Behaviour } from './behaviour.ts';
import { botoObject, events, type Meta, opaque } from './objects.ts';

/** `resource.meta.client` is the client that the resource speaks through. */
export const meta: Behaviour<Meta> = {
  attribute(data, name) {
    if (name === 'client') return botoObject(data.client);
    return name === 'events' ? events : opaque;
  },
};
