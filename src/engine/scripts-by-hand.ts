import { type Evidence, evidence } from '../evidence/evidence.ts';
import { baseName, folderOf, isBelow } from '../repository/paths.ts';
import type { Repository } from '../repository/repository.ts';
import { Lines } from '../syntax/lines.ts';

/** A line of a script that analyses Python: `python3 -m pylint -E src`. */
const analysis =
  /^[ \t]*((python3?[ \t]+-m|uv run|uvx|poetry run|pipenv run)[ \t]+)?(pylint|flake8|ruff[ \t]+check|mypy|pyright|bandit|semgrep)\b[^\n]*/m;
const script = /\.(sh|bash|ps1)$/i;
/** Folders of scripts, which are about what is beside them. */
const scripts = /^(scripts?|bin|ci|build|deploy|deployment|tools)$/i;

/** The first command that analyses Python in a shell script beside a file or in a folder above it, which somebody runs by hand; null for none. */
export function analysedByHand(file: string, repository: Repository): Evidence | null {
  for (const one of repository.files) {
    if (!script.test(one) || !isBelow(file, homeOf(one))) continue;
    const content = repository.readText(one);
    const found = content.ok ? analysis.exec(content.text) : null;
    if (!content.ok || found === null) continue;
    const text = found[0].trim();
    const start = found.index + found[0].indexOf(text);
    return evidence({ file: one, ...new Lines(content.text).range(start, start + text.length) }, text);
  }
  return null;
}

function homeOf(file: string): string {
  const folder = folderOf(file);
  return scripts.test(baseName(folder)) ? folderOf(folder) : folder;
}
