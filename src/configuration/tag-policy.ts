// The policy for tags: `tag-policy.toml`, a file of our own (docs/tag-policy.md), or `tag-policy.json`, a tag policy of AWS:
// https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_example-tag-policies.html
import { ConfigurationError } from '../evidence/errors.ts';
import { type Evidence, evidence } from '../evidence/evidence.ts';
import { startOf } from '../evidence/place.ts';
import type { Repository } from '../repository/repository.ts';
import type { TagPolicy, TagRule } from '../steps/tag-policy.ts';
import type { DataNode, DataTree, Entry } from '../syntax/data-tree.ts';
import { parseJson } from '../syntax/json/index.ts';
import { asMapping, asScalar, asSequence, at, keyOf } from '../syntax/navigate.ts';
import { parseToml } from '../syntax/toml/index.ts';

const own = 'tag-policy.toml';
const ofAws = 'tag-policy.json';

/**
 * The policy for tags at the root of a repository; null where there is none.
 * @throws ConfigurationError for a file that is no TOML or JSON, an unknown key, or a value of the wrong kind.
 */
export function loadTagPolicy(repository: Repository): TagPolicy | null {
  const file = [own, ofAws].find((name) => repository.has(name));
  if (file === undefined) return null;
  const content = repository.readText(file);
  if (!content.ok) throw new ConfigurationError({ file, line: 1, column: 1 }, `${content.message}.`);
  const tree = file === own ? parseToml(content.text) : parseJson(content.text);
  const reader = new PolicyReader(file, tree);
  const [fault] = tree.faults;
  if (fault !== undefined) throw reader.problem(fault, `${fault.message}.`);
  return { file, rules: file === own ? reader.ownRules() : reader.awsRules(), given: givenTags(repository) };
}

/** What SAM's own files of settings give to a stack: https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/serverless-sam-cli-config.html */
function givenTags(repository: Repository): Evidence[] {
  return repository.files.flatMap((file) => {
    if (!/(^|\/)samconfig\.(toml|ya?ml)$/.test(file)) return [];
    const content = repository.readText(file);
    return content.ok && /^\s*tags\s*[=:]/m.test(content.text) ? [evidence(startOf(file), 'tags')] : [];
  });
}

class PolicyReader {
  readonly #file: string;
  readonly #tree: DataTree;

  constructor(file: string, tree: DataTree) {
    this.#file = file;
    this.#tree = tree;
  }

  problem(node: { readonly start: number }, message: string): ConfigurationError {
    return new ConfigurationError({ file: this.#file, ...this.#tree.lines.position(node.start) }, message);
  }

  /** `[tags.CostCenter]` with `required`, `values` and `resources`. */
  ownRules(): TagRule[] {
    const root = this.#tree.documents[0];
    for (const entry of asMapping(root)?.entries ?? []) {
      if (keyOf(entry) !== 'tags') throw this.problem(entry.key, 'write [tags.NAME]: nothing else is known here.');
    }
    return this.#entries(at(root, 'tags')).map((entry) => {
      for (const one of this.#entries(entry.value)) {
        if (!['required', 'values', 'resources'].includes(keyOf(one) ?? '')) {
          throw this.problem(one.key, `${keyOf(one) ?? 'this'} is unknown: write required, values or resources.`);
        }
      }
      const required = at(entry.value, 'required');
      const stated = asScalar(required)?.value;
      if (required !== undefined && typeof stated !== 'boolean') throw this.problem(required, 'write true or false.');
      return {
        name: keyOf(entry) ?? '',
        required: stated !== false,
        values: this.#texts(at(entry.value, 'values')),
        resources: this.#texts(at(entry.value, 'resources')),
        place: this.#placeOf(entry.key),
      };
    });
  }

  /** A tag policy of AWS says how names are written and which values are allowed; it makes no tag required. */
  awsRules(): TagRule[] {
    const root = this.#tree.documents[0];
    const tags = at(root, 'tags');
    if (tags === undefined) {
      throw this.problem(
        root ?? { start: 0 },
        'this is no tag policy of AWS: it has no "tags". Or write tag-policy.toml.',
      );
    }
    return this.#entries(tags).map((entry) => ({
      name: asScalar(at(entry.value, 'tag_key', '@@assign'))?.text ?? (keyOf(entry) ?? '').toLowerCase(),
      required: false,
      values: this.#texts(at(entry.value, 'tag_value', '@@assign')),
      resources: null,
      place: this.#placeOf(entry.key),
    }));
  }

  #entries(node: DataNode | undefined): readonly Entry[] {
    if (node === undefined) return [];
    const mapping = asMapping(node);
    if (mapping === undefined) throw this.problem(node, 'write a table here.');
    return mapping.entries;
  }

  #texts(node: DataNode | undefined): string[] | null {
    if (node === undefined) return null;
    const items = asSequence(node)?.items;
    if (items === undefined) throw this.problem(node, 'write a list of texts.');
    return items.map((item) => {
      const scalar = asScalar(item);
      if (scalar === undefined) throw this.problem(item, 'write a text.');
      return scalar.text;
    });
  }

  #placeOf({ start, end }: DataNode): TagRule['place'] {
    return { file: this.#file, ...this.#tree.lines.range(start, end) };
  }
}
