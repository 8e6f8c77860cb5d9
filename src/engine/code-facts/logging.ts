import { callee, Kind, type Node, objectOf, type Tree } from '../../syntax/python/index.ts';

const levels = /^(debug|info|warn|warning|error|exception|critical|fatal|log|trace|success)$/;

/** True for a call that only prints or logs, by the names that loggers are given. */
export function isLogging(tree: Tree, call: Node): boolean {
  const called = callee(tree, call);
  if (tree.kind(called) === Kind.Name) return /^(print|pprint)$/.test(tree.nameText(called));
  if (tree.kind(called) !== Kind.Attribute) return false;
  const object = tree.text(objectOf(tree, called));
  const name = tree.nameText(called);
  return (levels.test(name) && /log/i.test(object)) || (object === 'traceback' && name.startsWith('print_'));
}
