// https://docs.python.org/3/reference/datamodel.html#instance-methods
import { constant } from '../../python/values/make.ts';
import type { Behaviour } from './behaviour.ts';
import { botoObject, type Method, opaque } from './objects.ts';

/** A method knows its object and its own name: `client.list_users.__self__`. */
export const method: Behaviour<Method> = {
  attribute(data, name) {
    if (name === '__self__') return botoObject(data.receiver);
    return name === '__name__' ? constant(data.name) : opaque;
  },
};
