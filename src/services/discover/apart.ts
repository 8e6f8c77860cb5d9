/** Folders of tests, samples and documentation: what they define is not deployed, so it is judged only when asked for. */
const apart = new Set([
  '__tests__',
  'benchmarks',
  'doc',
  'docs',
  'example',
  'examples',
  'fixtures',
  'samples',
  'test',
  'testdata',
  'testing',
  'tests',
]);

/** True if a path lies in a folder of tests, samples or documentation. */
export function isApart(path: string): boolean {
  return path
    .split('/')
    .slice(0, -1)
    .some((folder, at, folders) =>
      folder === '.github'
        ? folders[at + 1] !== 'workflows'
        : apart.has(folder.toLowerCase()) ||
          /[-_]tests?$|^\.[\w-]*container$|^\.(agents?|claude|cursor|gemini|kokoro)$/i.test(folder),
    );
}

/** True for a module of tests: in such a folder, or named as pytest and unittest find them. */
export function isTestModule(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return isApart(path) || name === 'conftest.py' || /^test_.*\.py$|_test\.py$/.test(name);
}

/** Folders of test code alone: samples and documentation are not. */
const testFolder = /^(__tests__|tests?|testing|.*[-_]tests?)$/i;

/** True for a file of test code, by its folder or by the names that pytest, unittest and Django give. */
export function isTestFile(path: string): boolean {
  const parts = path.split('/');
  const name = parts.pop() ?? '';
  return parts.some((folder) => testFolder.test(folder)) || /^(conftest|tests?|test_.*|.*_tests?)\.py$/.test(name);
}
