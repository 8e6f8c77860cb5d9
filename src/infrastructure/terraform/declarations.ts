// https://developer.hashicorp.com/terraform/language
import { type Attribute, literalText } from '../../syntax/hcl/index.ts';
import { merged } from './overrides.ts';
import {
  blockOf,
  type CodeSource,
  expressionOf,
  labelText,
  type SourceBlock,
  type SourceExpression,
} from './source.ts';

/** How a resource is declared: managed, only read, or open while Terraform runs. */
export type ResourceMode = 'resource' | 'data' | 'ephemeral';

/** A `resource`, `data` or `ephemeral` block. */
export interface ResourceDeclaration extends SourceBlock {
  readonly mode: ResourceMode;
  readonly type: string;
  readonly name: string;
}

/** What a folder of Terraform code declares, by name. */
export interface Declarations {
  readonly folder: string;
  readonly sources: readonly CodeSource[];
  readonly variables: ReadonlyMap<string, SourceBlock>;
  readonly locals: ReadonlyMap<string, SourceExpression>;
  readonly outputs: ReadonlyMap<string, SourceBlock>;
  /** By address: `aws_sqs_queue.jobs`, `data.aws_region.current`. */
  readonly resources: ReadonlyMap<string, ResourceDeclaration>;
  readonly modules: ReadonlyMap<string, SourceBlock>;
  readonly providers: readonly SourceBlock[];
  /** It says where its state is kept, so it is deployed by itself. */
  readonly keepsState: boolean;
}

/** The blocks of a folder's files by what they declare; `overrides` change those of `sources` as Terraform merges them. */
export function readDeclarations(
  folder: string,
  sources: readonly CodeSource[],
  overrides: readonly CodeSource[],
): Declarations {
  const blocks = merged(sources.flatMap(blocksOf), overrides.flatMap(blocksOf));
  const ofType = (type: string): SourceBlock[] => blocks.filter(({ block }) => block.type === type);
  const byLabel = (type: string): Map<string, SourceBlock> =>
    new Map(ofType(type).map((found) => [labelText(found, 0), found]));
  const inBlocks = [...sources, ...overrides].flatMap(blocksOf);
  return {
    folder,
    sources: [...sources, ...overrides],
    variables: byLabel('variable'),
    locals: new Map(inBlocks.filter(({ block }) => block.type === 'locals').flatMap(localsOf)),
    outputs: byLabel('output'),
    resources: new Map(blocks.flatMap(resourceOf).map((found) => [addressOf(found), found])),
    modules: byLabel('module'),
    providers: ofType('provider'),
    keepsState: ofType('terraform').some(saysBackend),
  };
}

/** The folder or address that a module block names as its source; undefined where that is no plain text. */
export function sourceOfModule(from: SourceBlock): string | undefined {
  const source = expressionOf(from, 'source');
  return source && literalText(source.expression);
}

/** True for a source that names a folder beside the one that calls it. */
export function isLocal(source: string): boolean {
  return /^\.\.?(\/|\\|$)/.test(source);
}

function blocksOf(source: CodeSource): SourceBlock[] {
  return source.hcl.body.items.flatMap((block) => (block.kind === 'block' ? [blockOf(source, block)] : []));
}

function localsOf({ source, block }: SourceBlock): [string, SourceExpression][] {
  return block.body.items
    .filter((item): item is Attribute => item.kind === 'attribute')
    .map((item) => [item.name, { source, expression: item.value, key: item.nameSpan }]);
}

function resourceOf(from: SourceBlock): ResourceDeclaration[] {
  const mode = from.block.type;
  if (mode !== 'resource' && mode !== 'data' && mode !== 'ephemeral') return [];
  if (from.block.labels.length < 2) return [];
  return [{ ...from, mode, type: labelText(from, 0), name: labelText(from, 1) }];
}

function addressOf({ mode, type, name }: ResourceDeclaration): string {
  return mode === 'resource' ? `${type}.${name}` : `${mode}.${type}.${name}`;
}

/** A backend or cloud block; in JSON these are attributes. */
function saysBackend({ block }: SourceBlock): boolean {
  return block.body.items.some((item) => /^(backend|cloud)$/.test(item.kind === 'block' ? item.type : item.name));
}
