import { constantPath } from '../../python/program/constant-path.ts';
import type { Value } from '../model/value.ts';
import { convert, textAt } from './convert.ts';
import type { Argument } from './site.ts';
import type { World } from './world.ts';

/**
 * A folder or file that is deployed, as it is from the folder of the file that says so. In the code it is relative to where
 * the app is started, or put together from `__file__`.
 */
export function assetPath(world: World, argument: Argument): Value {
  const { site } = argument;
  const value = convert(world, argument);
  const named = value.kind === 'literal' ? undefined : constantPath(site.context.module, site.node);
  const written = value.kind === 'literal' ? value.text : named?.text;
  const own = written === undefined ? undefined : world.path(written, named?.isRooted);
  return own === undefined || (value.kind === 'literal' && own === value.text)
    ? value
    : { ...textAt(site, own), place: value.place };
}
