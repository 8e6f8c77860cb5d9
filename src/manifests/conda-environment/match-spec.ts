// https://docs.conda.io/projects/conda-build/en/stable/resources/package-spec.html#package-match-specifications
import { withoutComment } from '../requirement/comment.ts';
import { specifierText } from '../requirement/specifier.ts';
import { parseSpecifier } from '../requirement/version.ts';

/** A package of conda, and its versions as PEP 440 writes them. */
export interface MatchSpec {
  readonly name: string;
  readonly specifier: string;
  /** Why the specifier says less than what is written, or null. */
  readonly fault: string | null;
}

const longest = 1000;

/** Reads `name`, `name=1.2` (any 1.2), `name==1.2`, `name>=1,<2`, `name 1.2.*`, with channel and build; undefined for none. */
export function readMatchSpec(text: string): MatchSpec | undefined {
  if (text.length > longest) return undefined;
  const bare = withoutComment(text).trim();
  const [, name, rest = ''] = /^(?:[^\s[\]]*::)?(\w[\w.-]*?)\s*((?:[=<>!~\s[].*)?)$/.exec(bare) ?? [];
  if (name === undefined) return undefined;
  const version = versionOf(rest.trim());
  const specifier = version === undefined ? undefined : translate(version);
  if (specifier !== undefined) return { name: name.toLowerCase(), specifier, fault: null };
  return { name: name.toLowerCase(), specifier: '', fault: `${bare}: a version that PEP 440 can't write` };
}

/** The version's part of what follows the name, without the build; undefined where it can't be told. */
function versionOf(rest: string): string | undefined {
  const bracket = /^\[(.*)\]$/.exec(rest)?.[1];
  if (bracket !== undefined)
    return /(?:^|,)\s*version\s*=\s*(?:"([^"]*)"|'([^']*)'|([^,\s]+))/.exec(bracket)?.slice(1).find(Boolean) ?? '';
  if (/^=[^=]/.test(rest)) {
    const [version = '', build] = rest
      .slice(1)
      .trim()
      .split(/[=\s]+/);
    return build === undefined && !version.endsWith('*') ? `${version}.*` : version;
  }
  if (/^[<>=!~]/.test(rest))
    return rest
      .replaceAll(/\s*,\s*/g, ',')
      .replaceAll(/([<>=!~])\s+/g, '$1')
      .split(/\s+/)[0];
  return rest.split(/\s+/)[0];
}

function translate(version: string): string | undefined {
  if (version === '' || version === '*' || version === '*.*') return '';
  const clauses = version.split(',').map((clause) => {
    const starred = clause.replace(/^([<>]=?)(.*?)\.?\*$/, '$1$2').replace(/([^.])\*$/, '$1.*');
    return /^\d/.test(starred) ? `==${starred}` : starred.replace(/^=(?!=)(.*?)(?:\.\*)?$/, '==$1.*');
  });
  const read = parseSpecifier(clauses.join(','));
  if (read !== undefined) return specifierText(read);
  const exact = /^(?:==)?(\d[\w.]*)$/.exec(version)?.[1]; // one version, though none of PEP 440
  return exact === undefined ? undefined : `===${exact}`;
}
