import type { Grant } from '../declared/grant.ts';
import { covers } from './glob.ts';

/** True if a pattern of actions (`s3:Get*`) has an action; letter case means nothing. */
export function hasAction(pattern: string, action: string): boolean {
  if (pattern === '*') return true;
  return isPattern(pattern)
    ? covers(pattern.toLowerCase(), action.toLowerCase())
    : pattern.toLowerCase() === action.toLowerCase();
}

/** True if a statement speaks of an action. */
export function speaksOf({ actions, notActions }: Grant, action: string): boolean {
  if (notActions.length > 0) return !notActions.some((pattern) => hasAction(pattern, action));
  return actions.some((pattern) => hasAction(pattern, action));
}

/** True for a pattern that stands for several actions. */
export function isPattern(action: string): boolean {
  return /[*?]/.test(action);
}
