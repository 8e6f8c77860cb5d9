// https://learn.microsoft.com/azure/azure-resource-manager/bicep/bicep-functions
import type { AzureFunction } from './call.ts';
import { collectionFunctions } from './collections.ts';
import { deploymentFunctions } from './deployment.ts';
import { fileFunctions } from './files.ts';
import { lambdaFunctions } from './lambdas.ts';
import { logicFunctions } from './logic.ts';
import { resourceFunctions } from './resources.ts';
import { textFunctions } from './texts.ts';

/** Azure's functions by their names in lower case (names are compared without case), for Bicep and for ARM templates. */
export const azureFunctions: ReadonlyMap<string, AzureFunction> = new Map(
  [
    textFunctions,
    collectionFunctions,
    lambdaFunctions,
    logicFunctions,
    fileFunctions,
    deploymentFunctions,
    resourceFunctions,
  ].flatMap((table) => Object.entries(table).map(([name, row]) => [name.toLowerCase(), row] as const)),
);
