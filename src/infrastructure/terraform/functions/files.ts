// https://developer.hashicorp.com/terraform/language/functions#filesystem-functions

import { parseHclTemplate } from '../../../syntax/hcl/index.ts';
import { Lines } from '../../../syntax/lines.ts';
import type { Value } from '../../model/value.ts';
import { list, literal, unknown } from '../make.ts';
import { settled, textOf } from '../settled.ts';
import { template } from '../templates.ts';
import type { CallPlace, FunctionTable } from './function.ts';

/** The text of a file of the tree. */
function file([path]: readonly Value[], { place, text, evaluation }: CallPlace): Value | undefined {
  const written = path && textOf(path, evaluation);
  if (written === undefined) return undefined;
  const content = evaluation.files.text(written);
  return content === undefined ? unknown('unreadable-file', text, place) : literal(content, place);
}

/** A file of the tree as a template, with the variables that are given for it. */
function templateFile([path, given]: readonly Value[], call: CallPlace): Value | undefined {
  const { evaluation, place, text } = call;
  const written = path && textOf(path, evaluation);
  const name = written === undefined ? undefined : evaluation.files.path(written);
  if (written === undefined || name === undefined) return undefined;
  const content = evaluation.files.text(written);
  if (content === undefined) return unknown('unreadable-file', text, place);
  const variables = given && settled(given, evaluation);
  const names = new Map<string, Value>();
  if (variables?.kind === 'map') for (const [key, entry] of variables.entries) names.set(key, entry.value);
  else if (variables !== undefined) return undefined;
  const parsed = parseHclTemplate(content);
  if (parsed === undefined) return unknown('unreadable-file', text, place);
  const source = { file: name, text: content, lines: new Lines(content), placeholders: [] };
  return template(parsed, { source, module: { find: noNames }, names, shared: true }, evaluation);
}

/** A template's file knows only what it is given. */
function noNames(root: string, _steps: unknown, place: Value['place'], text: string): { value: Value; steps: number } {
  return { value: unknown('unsupported-construct', `${text}: ${root} is not given to the template`, place), steps: 0 };
}

function fileSet([folder, glob]: readonly Value[], { place, evaluation }: CallPlace): Value | undefined {
  const base = folder && textOf(folder, evaluation);
  const pattern = glob && textOf(glob, evaluation);
  if (base === undefined || pattern === undefined || !evaluation.spend(100)) return undefined;
  const found = evaluation.files.matching(base, pattern);
  return found && evaluation.spend(found.length)
    ? list(
        found.map((path) => literal(path, place)),
        place,
      )
    : undefined;
}

/** The parts of a path before and behind its last slash. */
function aroundSlash(path: string): { folder: string; name: string } {
  const trimmed = path.replace(/\/+$/, '');
  const slash = trimmed.lastIndexOf('/');
  return { folder: slash < 0 ? '.' : trimmed.slice(0, slash) || '/', name: trimmed.slice(slash + 1) };
}

export const files: FunctionTable = {
  abspath: ([path]) => path, // from the root module's folder, as all paths are here
  basename: ([path], { place, evaluation }) => {
    const text = path && textOf(path, evaluation);
    return text === undefined ? undefined : literal(aroundSlash(text).name, place);
  },
  dirname: ([path], { place, evaluation }) => {
    const text = path && textOf(path, evaluation);
    return text === undefined ? undefined : literal(aroundSlash(text).folder, place);
  },
  file,
  fileexists: ([path], { place, evaluation }) => {
    const text = path && textOf(path, evaluation);
    return text === undefined ? undefined : literal(evaluation.files.has(text), place);
  },
  fileset: fileSet,
  pathexpand: ([path], { evaluation }) => {
    const text = path && textOf(path, evaluation);
    return text === undefined || text.startsWith('~') ? undefined : path;
  },
  templatefile: templateFile,
};
