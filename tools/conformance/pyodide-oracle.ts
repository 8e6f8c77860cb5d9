import type { Oracle } from './oracle.ts';

/** An oracle from the npm package pyodide in oracles/: CPython compiled to WebAssembly. */
export async function pyodideOracle(name: string): Promise<Oracle> {
  throw new Error(`${name}: not here yet`);
}
