import type { Purpose } from '../evidence/vocabulary.ts';
import type { FactBase } from './fact.ts';

/** What a tool of pipelines does. */
export interface PipelineTool extends FactBase {
  readonly purposes: readonly Purpose[];
}

/** A command: its words in order, other options and their values between them left out; `--check` may stand anywhere. */
export interface PipelineCommand extends PipelineTool {
  /** True if it only runs the command behind it (`uv run`, `xvfb-run`). */
  readonly wraps?: boolean;
  /** Its options that take the next word as their value. */
  readonly valued?: readonly string[];
  /** Whose recipes it runs, where they can be read (`make`, `tox`). */
  readonly follows?: string;
}

/** How a step proves who it is, told by the input that is given. */
export interface CredentialInput {
  readonly input: string;
  readonly kind: 'federated' | 'secret' | 'service-connection' | 'platform';
  readonly cloud: 'aws' | 'azure' | 'gcp' | null;
}

/** A GitHub action (`owner/name` with its folder) or an Azure Pipelines task (its name). */
export interface PipelineAction extends PipelineTool {
  /** The first input that is given counts. */
  readonly credentials?: readonly CredentialInput[];
  /** Inputs that hold a command or script. */
  readonly runs?: readonly string[];
  /** The language of those, where it is not the shell's. */
  readonly language?: 'powershell';
  /** The command that it runs, given its inputs in `{braces}`. */
  readonly command?: string;
  /** The input that holds a Python version. */
  readonly python?: string;
}

/** A variable (`id`) that holds a long-lived key of a cloud. */
export interface SecretVariable extends FactBase {
  readonly cloud: 'aws' | 'azure' | 'gcp';
}
