// https://yaml.org/spec/1.2.2/ with the core schema; tags are kept as written and only `!!int` and its kind have a meaning.
import type { DataTree } from '../data-tree.ts';
import { unreadable } from '../limits.ts';
import { Lines } from '../lines.ts';
import { budgetFor } from '../read-around.ts';
import { type Forest, growForest } from './build.ts';
import { cutDocuments } from './documents.ts';
import { attempt, growDamaged } from './recover.ts';

/**
 * Reads YAML: every document, comments, tags such as `!Sub`, anchors and aliases (shared, never expanded). Duplicate
 * keys are kept, with a fault. Never throws: a fault costs the entry it stands in, as far as indentation tells; the
 * entries around it and the other documents are kept.
 */
export function parseYaml(text: string): DataTree {
  const forest: Forest = { documents: [], comments: [], faults: [] };
  const refused = unreadable(text);
  if (refused) {
    forest.faults.push(refused);
  } else {
    const events = attempt(text);
    const budget = budgetFor(text);
    if (Array.isArray(events)) growForest(forest, { read: text, written: text }, events, 0);
    else for (const { start, end } of cutDocuments(text)) growDamaged(forest, text.slice(start, end), start, budget);
  }
  return { format: 'yaml', text, lines: new Lines(text), ...forest };
}
