import { join } from 'node:path';
import { type BuildResult, build } from 'esbuild';

/** Bundles the command line and the library into a folder; with `write` false it only tells what would be bundled. */
export function bundle(root: string, write: boolean): Promise<BuildResult<{ metafile: true }>> {
  return build({
    absWorkingDir: root,
    entryPoints: { skyworthy: 'src/cli/skyworthy.ts', index: 'src/index.ts' },
    outdir: join(root, 'dist'),
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node22',
    minifySyntax: true,
    minifyWhitespace: true,
    metafile: true,
    logLevel: 'warning',
    write,
  });
}
