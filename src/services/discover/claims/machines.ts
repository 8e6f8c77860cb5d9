// https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/user-data.html, https://docs.cloud.google.com/compute/docs/instances/startup-scripts/linux
import { evidence } from '../../../evidence/evidence.ts';
import { readText } from '../../../infrastructure/model/reading.ts';
import type { Resource, Stack } from '../../../infrastructure/model/resource.ts';
import { folderOf, foldersUp } from '../../../repository/paths.ts';
import type { Workspace } from '../../workspace.ts';
import { commandsOfText } from '../shell-commands.ts';
import { findStart } from '../starts/find-start.ts';
import { startOfCommand } from '../starts/start-command.ts';
import { startAt } from '../starts/starts-of.ts';
import type { Claim } from './claim.ts';
import { resourceClaim } from './resource-claim.ts';
import { valuesAt } from './steps-into.ts';

/** Where a type of machine keeps the script that it runs at its first start. */
const scripts: Readonly<Record<string, readonly (readonly string[])[]>> = {
  'AWS::EC2::Instance': [['UserData'], ['UserData', 'Fn::Base64']],
  'AWS::EC2::LaunchTemplate': [['LaunchTemplateData', 'UserData']],
  'AWS::AutoScaling::LaunchConfiguration': [['UserData']],
  aws_instance: [['user_data'], ['user_data_base64']],
  aws_launch_template: [['user_data']],
  aws_launch_configuration: [['user_data']],
  google_compute_instance: [['metadata_startup_script'], ['metadata', 'startup-script']],
  google_compute_instance_template: [['metadata_startup_script'], ['metadata', 'startup-script']],
  'Microsoft.Compute/virtualMachines': [['properties', 'osProfile', 'customData']],
  azurerm_linux_virtual_machine: [['custom_data'], ['user_data']],
};

/** One claim for each machine whose start script starts Python for good. */
export function machineClaims({ stacks, repository }: Workspace): Claim[] {
  return stacks.flatMap((stack) =>
    [...stack.resources.values()].flatMap((resource) => {
      const paths = scripts[resource.type];
      if (paths === undefined || resource.existing === true) return [];
      const texts = paths.flatMap((path) => valuesAt(resource.properties, ...path)).map((value) => readText(value));
      const script = texts
        .map(({ text }) => text)
        .find((text) => /python|gunicorn|uvicorn|flask|streamlit|celery/.test(text));
      const claim =
        script === undefined ? undefined : machineClaim(resource, stack, script.slice(0, 50_000), repository);
      return claim === undefined ? [] : [claim];
    }),
  );
}

function machineClaim(
  resource: Resource,
  stack: Stack,
  script: string,
  repository: Workspace['repository'],
): Claim | undefined {
  const named = commandsOfText(services(script)).flatMap((command) => startOfCommand(command) ?? []);
  const last = named.findLast(({ module, script: path }) => module !== null || path !== null);
  if (last === undefined) return undefined;
  const folders = foldersUp(folderOf(resource.key.file));
  const found = findStart(last, { repository, folders });
  const shared = resourceClaim(resource, stack, 'vm', []);
  const shown = evidence(resource.key, last.word, 'guessed');
  return found === undefined
    ? { ...shared, runtime: { platform: null, id: null, python: null, evidence: [shown] } }
    : {
        ...shared,
        folder: found.root,
        runtime: { platform: null, id: null, python: null, evidence: [shown] },
        starts: [startAt(found, shown)],
      };
}

/** The commands of systemd's units in a script, as commands of their own. */
const services = (script: string): string => script.replaceAll(/^\s*ExecStart\s*=\s*/gm, '\n');
