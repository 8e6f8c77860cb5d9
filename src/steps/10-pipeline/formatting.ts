import type { Job } from '../../pipelines/index.ts';
import type { PlacedWork } from './works.ts';

/**
 * Formatters whose exit code is 0 whether or not they changed a file, and the options with which they only look:
 * https://docs.astral.sh/ruff/formatter/#exit-codes, https://black.readthedocs.io/en/stable/usage_and_configuration/the_basics.html,
 * https://pycqa.github.io/isort/docs/configuration/options.html
 */
const formatters: readonly (readonly [command: RegExp, looks: RegExp])[] = [
  [/^(uv run |uvx |poetry run |python3? -m )?ruff format\b/, /\s--(check|diff)\b/],
  [/^(uv run |uvx |poetry run |python3? -m )?black\s/, /\s--(check|diff|version|help)\b/],
  [
    /^(uv run |uvx |poetry run |python3? -m )?isort\s/,
    /\s(--(check|check-only|diff|df|show-settings|version|help)|-c)\b/,
  ],
];

/** Steps that look at what was changed in the checkout, or put it where somebody else does. */
const taken =
  /\bgit\s+(-C \S+ )?(diff|status|commit|add|push|ls-files)\b|auto-?commit|add-and-commit|create-pull-request|autofix|verify-changed|changed-files|suggest|upload-artifact/i;

/**
 * The formatters that rewrite the checkout of a pipeline and cannot fail for what is not formatted. What pre-commit or a
 * recipe runs is none of them: pre-commit fails where a hook changes a file, and a recipe may look at that itself.
 */
export function rewritingIn(checking: readonly PlacedWork[]): PlacedWork[] {
  return checking.filter((placed) => isRewriting(placed) && !checking.some((other) => looksToo(placed, other)));
}

function isRewriting({ work, job }: PlacedWork): boolean {
  const looks = optionsOf(work.text);
  return looks !== undefined && !looks.test(work.text) && work.through.length === 0 && !isTaken(job);
}

function looksToo({ work }: PlacedWork, other: PlacedWork): boolean {
  const { text } = other.work;
  return other.work.tool === work.tool && other.work !== work && (optionsOf(text)?.test(text) ?? true);
}

function optionsOf(text: string): RegExp | undefined {
  return formatters.find(([command]) => command.test(text))?.[1];
}

function isTaken({ steps }: Job): boolean {
  return steps.some(({ text, action }) => taken.test(`${text} ${action?.name ?? ''}`));
}
