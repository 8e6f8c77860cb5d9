/** Folders of tests, samples and documentation: what they define is not deployed, so it is judged only when asked for. */
const apart =
  /(?:^|\/)(?:__tests__|benchmarks|docs?|examples?|fixtures|samples|test|testdata|testing|tests|tests?[-_]harness|\.[\w-]*container|\.(?:agents?|claude|cursor|gemini|kokoro))\/|[-_]tests?\//i;

/** Of what a forge keeps there, the workflows alone are the project's. */
const forge = /(?:^|\/)\.github\/(?!workflows\/)/;

/** True if a path lies in a folder of tests, samples or documentation. One look, for it is asked of every file. */
export function isApart(path: string): boolean {
  return apart.test(path) || forge.test(path);
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
