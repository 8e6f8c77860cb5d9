import type { Behaviour } from './behaviour.ts';
import { botoObject, type Credentials, type Opaque, opaque as same } from './objects.ts';

/** Responses, exceptions, configurations: whatever is got from them is no SDK object, so `response.copy()` is no call of S3. */
export const opaque: Behaviour<Opaque> = {
  attribute: () => same,
  item: () => same,
  element: () => same,
};

/** What comes out of a response that holds credentials still tells whose they are: `response['Credentials']['AccessKeyId']`. */
export const credentials: Behaviour<Credentials> = {
  attribute: (data) => botoObject(data),
  item: (data) => botoObject(data),
  element: (data) => botoObject(data),
};
