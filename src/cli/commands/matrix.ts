import { Command } from 'commander';
import { openCatalogue } from '../../catalogue/catalogue.ts';
import { renderMatrix, renderMatrixJson, renderMatrixMarkdown } from '../../report/renderers/matrix.ts';
import { formatOption } from '../options.ts';
import type { Output } from '../output.ts';

/** `skyworthy matrix`: the three clouds side by side in ten dimensions, each cell with source and date. */
export function matrixCommand(output: Output): Command {
  return new Command('matrix')
    .description('Show the three clouds side by side.')
    .addOption(formatOption('terminal', 'markdown', 'json'))
    .action(({ format }: { format: 'terminal' | 'markdown' | 'json' }) => {
      const matrix = openCatalogue().load('matrix');
      if (format === 'json') output.write(renderMatrixJson(matrix));
      else output.write(format === 'markdown' ? renderMatrixMarkdown(matrix) : renderMatrix(matrix, output.width));
    });
}
