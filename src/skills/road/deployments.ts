import type { Work } from '../../pipelines/model.ts';
import { folderOf, isBelow, joinPath } from '../../repository/paths.ts';
import type { Standing } from './standing.ts';

/** Tools that move files, whatever these are. */
const movers = /^(zip|tar|rsync|aws s3|gsutil|gcloud storage|az storage|azcopy|scp)\b/i;

/** Tools that call what runs already, and what takes things down. */
const noDeployment = /invoke|(^|[^a-z])(destroy|delete|remove|clean-?up|tear-?down|deactivate)([^a-z]|$)/i;

/** What an infrastructure tool is told where it only looks: nothing is provisioned. */
const looksOnly =
  /^\S+(?:\s+-\S+)*\s+(fmt|format|validate|plan|lint|synth|diff|init|what-if|show|output|test)\b|-(fmt|format|validate|plan|lint)\b/i;

/** What pipelines do that brings a service or its infrastructure somewhere, the plainest first: copies of data are none. */
export function deploymentsOf(standing: Standing): readonly Work[] {
  const all = standing.works().filter((work) => work.purpose === 'deploy' && ships(work, standing));
  return all.toSorted((a, b) => Number(isPlain(b)) - Number(isPlain(a)));
}

/** Tools of infrastructure code that provision, where a pipeline has one do so; undefined for none. */
export function provisioning(standing: Standing): Work | undefined {
  return deploymentsOf(standing).find(
    ({ tool, text }) =>
      /^(terraform|tofu|terragrunt|pulumi|azd|sam|aws-sam|cdk|serverless|sls|chalice|aws cloudformation)\b/i.test(
        tool,
      ) && !looksOnly.test(text.trimStart()),
  );
}

function isPlain({ place }: Work): boolean {
  return /deploy|release|ship|cd\b/i.test(place.file);
}

function ships({ tool, text, folder, place }: Work, { service: { codeRoot, definedIn } }: Standing): boolean {
  if (noDeployment.test(tool) || noDeployment.test(place.file.slice(place.file.lastIndexOf('/')))) return false;
  if (!movers.test(tool)) return true;
  const own = [definedIn.file, ...(codeRoot === null ? [] : [codeRoot])];
  return text.split(/[\s=,'"]+/).some((word) => {
    if (word === '.' || word === './') return own.some((path) => isBelow(path, folder));
    const path = joinPath(folder.includes('$') ? '.' : folder, word.replace(/\/+$/, ''));
    return path !== undefined && path !== '.' && own.some((one) => isBelow(one, path) || folderOf(one) === path);
  });
}
