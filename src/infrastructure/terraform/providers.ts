// https://developer.hashicorp.com/terraform/language/meta-arguments/providers
import { type Expression, literalText, referencePath } from '../../syntax/hcl/index.ts';
import { expressionOf, labelText, type SourceBlock } from './source.ts';

/** A provider's configuration by its local name and, where it is not the default one, its alias. */
export interface ProviderName {
  readonly name: string;
  readonly alias: string | undefined;
}

/** The provider that a resource names, or the default one of its type's. */
export function providerNamed(from: SourceBlock, otherwise: string): ProviderName {
  const written = expressionOf(from, 'provider');
  return (written && nameIn(written.expression)) ?? { name: otherwise, alias: undefined };
}

/** The block that configures a provider. */
export function providerBlock(blocks: readonly SourceBlock[], wanted: ProviderName): SourceBlock | undefined {
  return blocks.find((block) => {
    const alias = expressionOf(block, 'alias');
    return labelText(block, 0) === wanted.name && (alias && literalText(alias.expression)) === wanted.alias;
  });
}

/** What a module's provider is called where the module is called; undefined for one with an alias that it is not given. */
export function providerOutside(call: SourceBlock, wanted: ProviderName): ProviderName | undefined {
  const given = expressionOf(call, 'providers')?.expression;
  if (given?.kind === 'object') {
    for (const { key, name, value } of given.entries) {
      const inside = nameIn(key) ?? (name === null ? undefined : { name, alias: undefined });
      if (inside?.name === wanted.name && inside.alias === wanted.alias) return nameIn(value);
    }
  }
  return wanted.alias === undefined ? wanted : undefined;
}

/** `aws.west`, bare or as a text. */
function nameIn(node: Expression): ProviderName | undefined {
  const [name, alias] = referencePath(node) ?? literalText(node)?.split('.') ?? [];
  return name === undefined ? undefined : { name, alias };
}
