// Narrows every statement of IAM policies in repositories to random actions and resources: what is read again must be what
// was wanted, and nothing outside of the statement may change but for statements that follow it:
//   node bench/narrow-statements.ts --clones DIR [--seed N] [NAME…]
// Prints a row for each language (statements, narrowed, left to a person, wrong), and the first that are wrong; ends with 1
// then.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { narrowStatement } from '../src/fixes/narrow-statement.ts';
import { hclText, inTerraform } from '../src/fixes/statements/hcl-terms.ts';
import { resourceText } from '../src/fixes/statements/resource-text.ts';
import { openRepository } from '../src/repository/disk.ts';
import type { WantedStatement } from '../src/steps/judgement.ts';
import type { DataNode, DataTree } from '../src/syntax/data-tree.ts';
import { applyEdits } from '../src/syntax/edit.ts';
import type { EditableFile } from '../src/syntax/editable-file.ts';
import { type Body, type Expression, type HclFile, parseHcl, partsOf } from '../src/syntax/hcl/index.ts';
import { jsonEdits, parseJson } from '../src/syntax/json/index.ts';
import { keyOf } from '../src/syntax/navigate.ts';
import { parseYaml, yamlEdits } from '../src/syntax/yaml/index.ts';
import { drawer } from './round-trip/draw.ts';

type Draw = (below: number) => number;

/** A statement as it is read here, by a walk of its own. */
interface Found {
  readonly start: number;
  readonly end: number;
  readonly actions: readonly (string | undefined)[];
  readonly resources: readonly (string | undefined)[];
}

interface Language {
  readonly open: (text: string) => EditableFile;
  readonly find: (file: EditableFile) => Found[];
  /** Resources that may be wanted besides those that stand there. */
  readonly resources: readonly string[];
}

const inTemplates = ['*', '${Table.Arn}', '${Table.Arn}/index/*', 'arn:${AWS::Partition}:s3:::reports/*', "a'b: #c"];
const actions = ['sqs:SendMessage', 's3:GetObject', 'dynamodb:Query'];

const languages: Readonly<Record<string, Language>> = {
  yaml: { open: (text) => ({ tree: parseYaml(text), edits: yamlEdits }), find: inData, resources: inTemplates },
  json: { open: (text) => ({ tree: parseJson(text), edits: jsonEdits }), find: inData, resources: inTemplates },
  hcl: {
    open: (text) => ({ hcl: parseHcl(text) }),
    find: inHcl,
    resources: ['*', '${aws_s3_bucket.b.arn}', '${aws_s3_bucket.b.arn}/*', 'arn:${AWS::Partition}:s3:::"x"/*'],
  },
};

function languageOf(file: string): string | undefined {
  if (/\.ya?ml$/.test(file)) return 'yaml';
  if (/\.(json|template)$/.test(file)) return 'json';
  return /\.(tf|tofu)$/.test(file) ? 'hcl' : undefined;
}

function inData(file: EditableFile): Found[] {
  if (!('tree' in file)) return [];
  const found: Found[] = [];
  const open: DataNode[] = file.tree.documents.slice(0, 1);
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.kind === 'sequence') open.push(...node.items);
    if (node.kind !== 'mapping') continue;
    const values = new Map(node.entries.map((entry) => [keyOf(entry), entry.value]));
    const [action, resource] = [values.get('Action'), values.get('Resource')];
    if (values.has('Effect') && action !== undefined && resource !== undefined) {
      found.push({ start: node.start, end: node.end, actions: textsOf(action), resources: textsOf(resource) });
    }
    open.push(...node.entries.map((entry) => entry.value));
  }
  return found.sort((a, b) => a.start - b.start);
}

function textsOf(node: DataNode): (string | undefined)[] {
  return (node.kind === 'sequence' && node.tag === null ? node.items : [node]).map(resourceText);
}

function inHcl(file: EditableFile): Found[] {
  if (!('hcl' in file)) return [];
  const found: Found[] = [];
  walkBody(file.hcl.body, file.hcl, found);
  return found.sort((a, b) => a.start - b.start);
}

function walkBody(body: Body, file: HclFile, found: Found[]): void {
  for (const item of body.items) {
    if (item.kind === 'attribute') walkExpression(item.value, file, found);
    else {
      const values = new Map(
        item.body.items.flatMap((one) => (one.kind === 'attribute' ? [[one.name, one.value]] : [])),
      );
      if (item.type === 'statement') note(item, values.get('actions'), values.get('resources'), file, found);
      walkBody(item.body, file, found);
    }
  }
}

function walkExpression(node: Expression, file: HclFile, found: Found[]): void {
  if (node.kind === 'object') {
    const values = new Map(node.entries.map(({ name, value }) => [name, value]));
    if (values.has('Effect')) note(node, values.get('Action'), values.get('Resource'), file, found);
  }
  for (const part of partsOf(node)) walkExpression(part, file, found);
}

function note(
  { start, end }: { start: number; end: number },
  action: Expression | undefined,
  resource: Expression | undefined,
  file: HclFile,
  found: Found[],
): void {
  if (action === undefined || resource === undefined) return;
  const texts = (node: Expression): (string | undefined)[] =>
    (node.kind === 'tuple' ? node.items : [node]).map((item) => hclText(item, file));
  found.push({ start, end, actions: texts(action), resources: texts(resource) });
}

function drawWanted(found: Found, language: Language, draw: Draw): WantedStatement[] {
  const some = (known: readonly (string | undefined)[], others: readonly string[]): string[] => {
    const all = [...new Set([...known.filter((text) => text !== undefined), ...others])];
    const chosen = all.filter(() => draw(3) === 0);
    return chosen.length === 0 ? [all[draw(all.length)] ?? '*'] : chosen;
  };
  const count = [0, 1, 1, 1, 1, 2, 3][draw(7)] ?? 1;
  return Array.from({ length: count }, () => ({
    actions: some(found.actions, actions),
    resources: some(found.resources, language.resources),
  }));
}

/** What is wrong with the text after narrowing; undefined where nothing is. */
function wrong(
  before: EditableFile,
  after: EditableFile,
  found: Found,
  wanted: readonly WantedStatement[],
  language: Language,
): string | undefined {
  const [old, now] = [sourceOf(before), sourceOf(after)];
  if (now.faults.length > old.faults.length) return `it no longer reads: ${now.faults[0]?.message}`;
  const lineStart = old.text.lastIndexOf('\n', found.start) + 1;
  const head = wanted.length === 0 ? old.text.slice(0, lineStart).trimEnd() : old.text.slice(0, found.start);
  // The comma before the last item goes with it, and a dash on a line of its own.
  if (!now.text.startsWith(wanted.length === 0 ? head.replace(/,$|\s*-$/, '') : head))
    return 'something before it changed';
  const rest = old.text
    .slice(found.end)
    .replace(/^[^\n]*/, '')
    .trim();
  if (!now.text.trimEnd().endsWith(rest)) return 'something behind it changed';
  const was = language.find(before);
  const is = language.find(after);
  const index = was.findIndex(({ start, end }) => start === found.start && end === found.end);
  const expected =
    'hcl' in before ? wanted.map((one) => inTerraform(one, [before.hcl], found.resources) ?? one) : wanted;
  const made = is.slice(index, index + expected.length);
  if (is.length !== was.length - 1 + expected.length) return `${is.length} statements for ${was.length}`;
  if (sayings(made) !== sayings(expected)) return `it says ${sayings(made)} for ${sayings(expected)}`;
  const others = (all: readonly Found[], count: number): string => sayings(all.toSpliced(index, count));
  return others(was, 1) === others(is, expected.length) ? undefined : 'another statement changed';
}

/** What statements say, in an order of its own. */
function sayings(all: readonly { actions: readonly unknown[]; resources: readonly unknown[] }[]): string {
  return JSON.stringify(all.map((one) => [[...one.actions].sort(), [...one.resources].sort()]).sort());
}

function sourceOf(file: EditableFile): Pick<DataTree, 'text' | 'faults'> {
  return 'tree' in file ? file.tree : 'hcl' in file ? file.hcl : file.bicep;
}

const { values, positionals } = parseArgs({
  options: { clones: { type: 'string' }, seed: { type: 'string', default: '1' } },
  allowPositionals: true,
});
if (values.clones === undefined) throw new Error('--clones DIR is missing');
const draw = drawer(Number(values.seed));
const names = positionals.length > 0 ? positionals : readdirSync(values.clones).sort();
const rows: Record<string, { statements: number; narrowed: number; left: number; wrong: number }> = {};
const shown: string[] = [];
for (const name of names) {
  const repository = openRepository(join(values.clones, name));
  for (const file of repository.files) {
    const key = languageOf(file);
    const language = key === undefined ? undefined : languages[key];
    if (key === undefined || language === undefined) continue;
    const content = repository.readText(file);
    if (!content.ok || content.text.length > 1_000_000 || !/Effect|statement/.test(content.text)) continue;
    const opened = language.open(content.text);
    if (sourceOf(opened).faults.length > 0) continue;
    const row = (rows[key] ??= { statements: 0, narrowed: 0, left: 0, wrong: 0 });
    for (const found of language.find(opened)) {
      const wanted = drawWanted(found, language, draw);
      const edits = narrowStatement(opened, found, wanted);
      row.statements++;
      if (edits === undefined) {
        row.left++;
        continue;
      }
      row.narrowed++;
      const fault = wrong(opened, language.open(applyEdits(content.text, edits)), found, wanted, language);
      if (fault === undefined) continue;
      row.wrong++;
      if (shown.length < 20) shown.push(`${name}/${file} at ${found.start}: ${fault.slice(0, 600)}`);
    }
  }
}
console.table(rows);
for (const line of shown) console.log(line);
process.exitCode = shown.length > 0 ? 1 : 0;
