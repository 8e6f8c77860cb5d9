// https://python-poetry.org/docs/dependency-specification/#python-restricted-dependencies
import type { DataNode } from '../../syntax/data-tree.ts';
import { at, textOf } from '../../syntax/navigate.ts';
import type { Draft } from '../draft.ts';
import { parseSpecifier } from '../requirement/version.ts';
import { placeOf } from '../tree-fields.ts';
import { translatePoetryVersion } from './poetry-version.ts';

/** The marker that `markers`, `python` and `platform` of a dependency make together, or null. */
export function poetryMarker(table: DataNode | undefined, draft: Draft): string | null {
  const written = textOf(at(table, 'markers'));
  const platform = textOf(at(table, 'platform'));
  const parts = [
    ...(written === undefined ? [] : [written]),
    ...pythonTerms(at(table, 'python'), draft),
    ...(platform === undefined ? [] : [`sys_platform == "${platform}"`]),
  ];
  if (parts.length < 2) return parts[0] ?? null;
  return parts.map((part) => (/\bor\b/.test(part) ? `(${part})` : part)).join(' and ');
}

function pythonTerms(node: DataNode | undefined, draft: Draft): string[] {
  const text = textOf(node);
  if (text === undefined || node === undefined) return [];
  const { specifier, fault } = translatePoetryVersion(text);
  if (fault !== null) draft.fault(placeOf(node, draft), fault);
  return (parseSpecifier(specifier) ?? []).map(({ operator, version, wildcard }) => {
    const variable = version.split('.').length > 2 ? 'python_full_version' : 'python_version';
    return `${variable} ${operator} "${version}${wildcard ? '.*' : ''}"`;
  });
}
