import { expect, test } from 'vitest';
import { memoryRepository } from '../repository/memory.ts';
import { analysedByHand } from './scripts-by-hand.ts';

test.for<[title: string, script: string, text: string, line: number | undefined]>([
  ['in a folder of scripts beside it', 'shop/scripts/deploy.sh', 'set -e\n  python3 -m pylint -E src || exit 1\n', 2],
  ['in a folder above', 'deploy.sh', 'ruff check .\n', 1],
  ['of another project', 'other/scripts/deploy.sh', 'pylint src\n', undefined],
  ['installed alone', 'shop/deploy.sh', 'pip install pylint\n', undefined],
  ['commented out', 'shop/deploy.sh', '# pylint src\n', undefined],
])('%s', ([, script, text, line]) => {
  const repository = memoryRepository({ [script]: text, 'shop/server/template.yaml': '' });
  expect(analysedByHand('shop/server/template.yaml', repository)?.line).toBe(line);
});
