import type { ConfigurationError } from '../evidence/errors.ts';
import { didYouMean } from '../evidence/nearest.ts';
import type { Place } from '../evidence/place.ts';
import { severities } from '../evidence/vocabulary.ts';
import { steps } from '../steps/steps.ts';
import type { DataNode, Entry, MappingNode } from '../syntax/data-tree.ts';
import { asMapping, asSequence, keyOf, resolved } from '../syntax/navigate.ts';
import { readLibraryModels } from './library-model.ts';
import { overrideSettings, type Setting, settings } from './schema.ts';
import { defaultSettings, type Override, type Settings } from './settings.ts';

type Stretch = { readonly start: number; readonly end: number };

/** What reading a table needs: errors and places of its file, and the ids of checks that may be named. */
export interface Reading {
  readonly problemAt: (node: Stretch, message: string) => ConfigurationError;
  readonly placeOf: (node: Stretch) => Place;
  readonly checks: readonly string[];
}

/**
 * The settings that a table states, the defaults for the others.
 * @throws ConfigurationError for an unknown key, an unknown name, or a value of the wrong kind.
 */
export function readSettings(table: MappingNode, reading: Reading): Settings {
  return { ...defaultSettings, ...(fieldsOf(table, settings, reading) as Partial<Settings>) };
}

function fieldsOf(table: MappingNode, known: readonly Setting[], reading: Reading): Record<string, unknown> {
  const fields = table.entries.map((entry) => {
    const setting = known.find((candidate) => candidate.key === keyOf(entry));
    if (setting === undefined) throw unknownKey(entry, known, reading);
    return [setting.field, valueOf(setting, entry.value, reading)] as const;
  });
  return Object.fromEntries(fields);
}

function unknownKey(entry: Entry, known: readonly Setting[], { problemAt }: Reading): ConfigurationError {
  const key = keyOf(entry) ?? '';
  const keys = known.map((setting) => setting.key);
  return problemAt(entry.key, `unknown key ${key}.${didYouMean(key, keys) || ` Known: ${keys.join(', ')}.`}`);
}

function valueOf({ key, type }: Setting, node: DataNode, reading: Reading): unknown {
  const value = resolved(node);
  const wrong = (wanted: string): ConfigurationError => reading.problemAt(node, `${key} is ${wanted}.`);
  switch (type) {
    case 'boolean':
      if (value?.kind !== 'scalar' || typeof value.value !== 'boolean') throw wrong('true or false');
      return value.value;
    case 'severity': {
      const severity = value?.kind === 'scalar' ? severities.find((name) => name === value.value) : undefined;
      if (severity === undefined) throw wrong(`one of ${severities.map((name) => `"${name}"`).join(', ')}`);
      return severity;
    }
    case 'patterns':
      return patterns(node, wrong, reading);
    case 'library-models':
      return readLibraryModels(node, reading.problemAt, reading.placeOf);
    case 'overrides':
      return readOverrides(node, reading);
    case 'steps':
      return names(
        'step',
        node,
        steps.map(({ id }) => id),
        wrong,
        reading,
      );
    case 'checks':
      return names('check', node, reading.checks, wrong, reading);
  }
}

function names(
  what: 'check' | 'step',
  node: DataNode,
  known: readonly string[],
  wrong: (wanted: string) => ConfigurationError,
  { problemAt }: Reading,
): string[] {
  const given = texts(node, () => wrong(what === 'check' ? 'a list of ids of checks' : 'a list of steps'));
  const strange = given.find(({ text }) => !known.includes(text));
  if (strange === undefined) return onlyOnce(what, given, problemAt);
  const rest = what === 'check' ? ' skyworthy explain lists them.' : ` Known: ${known.join(', ')}.`;
  throw problemAt(strange.at, `there is no ${what} ${strange.text}.${didYouMean(strange.text, known) || rest}`);
}

function onlyOnce(what: string, given: readonly Text[], problemAt: Reading['problemAt']): string[] {
  const all = given.map(({ text }) => text);
  const again = given.find(({ text }, index) => all.indexOf(text) < index);
  if (again !== undefined) throw problemAt(again.at, `the ${what} ${again.text} is named twice: take one out.`);
  return all;
}

/** Patterns of files or services; an empty one would mean nothing. */
function patterns(node: DataNode, wrong: (wanted: string) => ConfigurationError, { problemAt }: Reading): string[] {
  return texts(node, () => wrong('a list of texts')).map(({ text, at }) => {
    if (text.trim() === '') throw problemAt(at, 'this pattern is empty: take it out.');
    return text;
  });
}

function readOverrides(node: DataNode, reading: Reading): Override[] {
  const items = asSequence(node)?.items;
  if (items === undefined) throw reading.problemAt(node, 'overrides is a list of tables: write [[overrides]].');
  return items.map((item) => {
    const table = asMapping(item);
    if (table === undefined) throw reading.problemAt(item, 'an override is a table: write [[overrides]].');
    const fields = fieldsOf(table, overrideSettings, reading) as Partial<Override>;
    const { paths = [], services = [] } = fields;
    if (paths.length === 0 && services.length === 0)
      throw reading.problemAt(item, 'an override says where it holds: write paths or services.');
    return { ...fields, paths, services, place: reading.placeOf(item) };
  });
}

interface Text {
  readonly text: string;
  readonly at: DataNode;
}

function texts(node: DataNode, wrong: () => ConfigurationError): Text[] {
  const items = asSequence(node)?.items;
  if (items === undefined) throw wrong();
  return items.map((item) => {
    const scalar = resolved(item);
    if (scalar?.kind !== 'scalar' || typeof scalar.value !== 'string') throw wrong();
    return { text: scalar.value, at: item };
  });
}
