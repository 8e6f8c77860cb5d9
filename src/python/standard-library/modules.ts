// https://docs.python.org/3/library/importlib.html: modules that are imported by a name in a string.
import type { CallArguments, Evaluation } from '../model-provider.ts';
import { stringOf, unknown } from '../values/make.ts';
import { overMembers } from '../values/union.ts';
import type { ModelObject, Value } from '../values/value.ts';
import { type Callables, modelled } from './model.ts';

const dotted = /^\w+(?:\.\w+)*$/;

/** The module of a dotted name; unknown if the name is not known. */
function moduleNamed(name: Value | undefined, e: Evaluation, path: (name: string) => string = (name) => name): Value {
  return overMembers(name ?? unknown('dynamic-value'), (one) => {
    const text = path(stringOf(one) ?? '');
    return dotted.test(text) ? e.module(text) : unknown('dynamic-value');
  });
}

/** `import_module('.sub', 'package')`; one dot is the package, each more the one above. */
function imported(call: CallArguments, e: Evaluation): Value {
  const anchor = stringOf(call.get(1, 'package'));
  return moduleNamed(call.get(0, 'name'), e, (name) => {
    const dots = /^\.+/.exec(name)?.[0].length ?? 0;
    if (dots === 0) return name;
    const above = anchor?.split('.') ?? [];
    return dots > above.length ? '' : [...above.slice(0, above.length - dots + 1), name.slice(dots)].join('.');
  });
}

/** `import_string('package.module.Name')`. */
function importedMember(call: CallArguments, e: Evaluation): Value {
  return overMembers(call.positional(0) ?? unknown('dynamic-value'), (one) => {
    const text = stringOf(one) ?? '';
    const dot = text.lastIndexOf('.');
    if (dot < 1 || !dotted.test(text)) return unknown('dynamic-value');
    return e.attribute(e.module(text.slice(0, dot)), text.slice(dot + 1));
  });
}

/** `sys.modules`: modules by their names. */
export const loadedModules: ModelObject = modelled('sys.modules', {
  item: (key, e) => moduleNamed(key, e),
  attribute: (name) =>
    name === 'get' ? modelled('sys.modules.get', { call: (call, e) => moduleNamed(call.positional(0), e) }) : undefined,
});

/** Functions that import, by their paths. */
export const importers: Callables = {
  'importlib.import_module': { call: imported },
  'builtins.__import__': {
    call: (call, e) =>
      call.count > 3 ? undefined : moduleNamed(call.get(0, 'name'), e, (name) => name.replace(/\..*$/, '')),
  },
  'importlib.reload': { call: (call) => call.positional(0) },
  'django.utils.module_loading.import_string': { call: importedMember },
  'pydoc.locate': { call: importedMember },
  'werkzeug.utils.import_string': { call: importedMember },
};
