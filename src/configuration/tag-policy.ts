// The policy for tags: `tag-policy.toml`, a file of our own (docs/tag-policy.md), or `tag-policy.json`, a tag policy of AWS:
// https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_example-tag-policies.html
import { ConfigurationError } from '../evidence/errors.ts';
import { type Evidence, evidence } from '../evidence/evidence.ts';
import { startOf } from '../evidence/place.ts';
import type { Repository } from '../repository/repository.ts';
import type { TagPolicy, TagRule } from '../steps/tag-policy.ts';
import { parseJson } from '../syntax/json/index.ts';
import { parseToml } from '../syntax/toml/index.ts';
import { requireFile } from './require-file.ts';
import { PolicyNodes } from './tag-policy-nodes.ts';
import { awsRules, ownRules } from './tag-rules.ts';
import { faultSentence } from './toml-fault.ts';

const own = 'tag-policy.toml';
const ofAws = 'tag-policy.json';

/**
 * The policy for tags at the root of a repository; null where there is none.
 * @throws ConfigurationError for a file that is no TOML or JSON, an unknown key, a value of the wrong kind, or a policy of
 * no tag; and for two files.
 */
export function loadTagPolicy(repository: Repository): TagPolicy | null {
  for (const name of [own, ofAws]) requireFile(name, repository);
  const [file, other] = [own, ofAws].filter((name) => repository.has(name));
  if (file === undefined) return null;
  const atStart = { file, line: 1, column: 1 };
  if (other !== undefined) throw new ConfigurationError(atStart, `there is a ${other} too: keep one of them.`);
  const content = repository.readText(file);
  if (!content.ok) throw new ConfigurationError(atStart, `${content.message}: write it in UTF-8.`);
  const tree = file === own ? parseToml(content.text) : parseJson(content.text);
  const nodes = new PolicyNodes(file, tree);
  const [fault] = tree.faults;
  if (fault !== undefined)
    throw nodes.problem(fault, file === own ? faultSentence(tree, fault) : `${fault.message}: write it as JSON.`);
  const rules = file === own ? ownRules(tree.documents[0], nodes) : awsRules(tree.documents[0], nodes);
  requireDistinct(rules);
  return { file, rules, given: givenTags(repository) };
}

/** Names of tags that differ in case alone speak of one tag, and contradict each other. */
function requireDistinct(rules: readonly TagRule[]): void {
  const seen = new Map<string, TagRule>();
  for (const rule of rules) {
    const first = seen.get(rule.name.toLowerCase());
    if (first !== undefined)
      throw new ConfigurationError(
        rule.place,
        `${rule.name} is ${first.name} of line ${first.place.line}: keep one of them.`,
      );
    seen.set(rule.name.toLowerCase(), rule);
  }
}

/** What SAM's own files of settings give to a stack: https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/serverless-sam-cli-config.html */
function givenTags(repository: Repository): Evidence[] {
  return repository.files.flatMap((file) => {
    if (!/(^|\/)samconfig\.(toml|ya?ml)$/.test(file)) return [];
    const content = repository.readText(file);
    return content.ok && /^\s*tags\s*[=:]/m.test(content.text) ? [evidence(startOf(file), 'tags')] : [];
  });
}
