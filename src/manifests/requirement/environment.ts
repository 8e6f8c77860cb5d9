// https://packaging.python.org/en/latest/specifications/dependency-specifiers/#environment-markers
import type { MarkerVariable } from './marker.ts';

/** What is known of the environment that a marker is asked about; what is left out is unknown. */
export interface MarkerEnvironment {
  readonly variables: Readonly<Partial<Record<MarkerVariable, string>>>;
  /** The extras asked for; the empty list means none, undefined not known. */
  readonly extras?: readonly string[];
  /** The dependency groups asked for, likewise. */
  readonly groups?: readonly string[];
}

/** A target in the words of a platform. */
export interface Target {
  /** `3.12` or `3.12.4`. */
  readonly python?: string;
  readonly platform?: 'linux' | 'darwin' | 'win32';
  /** As `uname -m` says: `x86_64`, `aarch64`, `arm64`, `AMD64`. */
  readonly machine?: string;
  /** `cpython` or `pypy`. */
  readonly implementation?: string;
  readonly extras?: readonly string[];
  readonly groups?: readonly string[];
}

const systems = { linux: 'Linux', darwin: 'Darwin', win32: 'Windows' } as const;

/** The environment of a target: the variables that follow from what is given, and no others. */
export function environmentOf(target: Target): MarkerEnvironment {
  const { python, platform, machine, implementation, extras, groups } = target;
  const variables: Partial<Record<MarkerVariable, string>> = {};
  if (python !== undefined) {
    const parts = python.split('.');
    variables.python_version = parts.slice(0, 2).join('.');
    if (parts.length > 2) variables.python_full_version = python;
  }
  if (platform !== undefined) {
    variables.sys_platform = platform;
    variables.platform_system = systems[platform];
    variables.os_name = platform === 'win32' ? 'nt' : 'posix';
  }
  if (machine !== undefined) variables.platform_machine = machine;
  if (implementation !== undefined) {
    variables.implementation_name = implementation;
    variables.platform_python_implementation = implementation === 'cpython' ? 'CPython' : 'PyPy';
  }
  return { variables, ...(extras === undefined ? {} : { extras }), ...(groups === undefined ? {} : { groups }) };
}
