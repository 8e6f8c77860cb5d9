// https://helm.sh/docs/chart_template_guide/values_files/
import { baseName, folderOf, isBelow } from '../../../repository/paths.ts';
import type { Repository } from '../../../repository/repository.ts';
import type { DataNode } from '../../../syntax/data-tree.ts';
import { at, textOf } from '../../../syntax/navigate.ts';
import type { Claim } from './claim.ts';
import { readDataFile } from './data-file.ts';

/** The charts of a repository, as far as their own values tell what their templates name. */
export interface HelmCharts {
  /** A claim with the values put in, if its file is a template of a chart; undefined where the image is not known then. */
  filled(claim: Claim): Claim | undefined;
}

const placeholder = /\$?\{?\{\{(?<inner>[^{}]*)\}\}\}?/g;

/** Reads the values of every chart. */
export async function helmCharts(repository: Repository): Promise<HelmCharts> {
  const charts = new Map<string, DataNode | undefined>();
  for (const file of repository.files.filter((one) => baseName(one) === 'Chart.yaml')) {
    const folder = folderOf(file);
    const values = folder === '.' ? 'values.yaml' : `${folder}/values.yaml`;
    charts.set(folder, repository.has(values) ? (await readDataFile(values, repository))?.root : undefined);
  }
  return {
    filled(claim) {
      const home = [...charts.keys()].find((folder) =>
        isBelow(claim.file, folder === '.' ? 'templates' : `${folder}/templates`),
      );
      if (home === undefined) return claim;
      const image = claim.image && fill(claim.image.text, charts.get(home));
      if (claim.image === undefined || image === undefined) return undefined;
      const label = put(claim.label, charts.get(home)).replaceAll('\0', baseName(home));
      // A chart is one more way to deploy: where plain definitions are there too, these define the unit.
      return { ...claim, label, longLabels: [], name: null, rank: 'platform', image: { ...claim.image, text: image } };
    },
  };
}

/** A text with the chart's values; what they do not tell is one sign. */
function put(text: string, values: DataNode | undefined): string {
  return text.replaceAll(placeholder, (_, inner: string) => {
    const path = /^[- ]*(?:\w+ +)?\.Values\.([\w.]+)/.exec(inner)?.[1];
    return (path === undefined ? undefined : textOf(at(values, ...path.split('.')))) ?? '\0';
  });
}

/** An image's text with the values; undefined where its name, up to a tag, has others in it. */
function fill(text: string, values: DataNode | undefined): string | undefined {
  const filled = put(text, values);
  const name = filled.replace(/:[^/]*$/, '');
  return name === '' || name.slice(name.lastIndexOf('/') + 1).includes('\0') ? undefined : filled;
}
