// https://pip.pypa.io/en/stable/cli/pip_install/: what RUN lines install by name.
import { type Dependency, isPinned, type Manifest, normaliseName, parseRequirement } from '../../manifests/index.ts';
import type { Instruction, Word } from '../../syntax/dockerfile/index.ts';
import type { Lines } from '../../syntax/lines.ts';

/** Options of pip and uv whose value is the next word. */
const valued = new Set([
  '-c',
  '-f',
  '-i',
  '-r',
  '-t',
  '--abi',
  '--cache-dir',
  '--constraint',
  '--extra-index-url',
  '--find-links',
  '--implementation',
  '--index-url',
  '--only-binary',
  '--no-binary',
  '--platform',
  '--prefix',
  '--progress-bar',
  '--python',
  '--python-version',
  '--requirement',
  '--retries',
  '--root',
  '--src',
  '--target',
  '--timeout',
  '--trusted-host',
  '--upgrade-strategy',
]);

/** The distributions that instructions install by name, as a manifest of the Dockerfile; null where there are none. */
export function pipInstalls(file: string, lines: Lines, instructions: readonly Instruction[]): Manifest | null {
  const dependencies = instructions
    .filter(({ keyword }) => keyword === 'RUN')
    .flatMap(({ words }) => installedWords(words))
    .flatMap((word) => dependencyOf(word, file, lines));
  if (dependencies.length === 0) return null;
  return {
    file,
    format: 'requirements',
    role: 'declaration',
    project: null,
    python: null,
    dependencies,
    includes: [],
    options: [],
    faults: [],
  };
}

/** The words behind each `pip install`, up to the end of that command, without options and their values. */
function installedWords(words: readonly Word[]): Word[] {
  const found: Word[] = [];
  for (let at = 0; at < words.length; at++) {
    if (words[at]?.text !== 'install' || !/(^|\/)pip3?(\.\d+)?$/.test(words[at - 1]?.text ?? '')) continue;
    for (at++; at < words.length && !isOperator(words[at]?.text ?? ''); at++) {
      const word = words[at];
      if (word === undefined) break;
      if (valued.has(word.text)) at++;
      else if (!word.text.startsWith('-')) found.push(word);
      if (/[;&|]$/.test(word.text)) break; // an operator written against the last word
    }
  }
  return found;
}

function isOperator(text: string): boolean {
  return /^(&&|\|\||[;|&]|>+|<)$/.test(text);
}

function dependencyOf({ text, start, end }: Word, file: string, lines: Lines): Dependency[] {
  const { requirement } = parseRequirement(text.replace(/[;&|]+$/, ''));
  if (requirement === null || requirement.url !== null) return [];
  const { specifier, extras, marker } = requirement;
  return [
    {
      name: normaliseName(requirement.name),
      specifier,
      extras,
      marker: marker?.text ?? null,
      group: null,
      source: 'index',
      url: null,
      pinned: isPinned(specifier),
      hashes: 0,
      place: { file, ...lines.range(start, end) },
    },
  ];
}
