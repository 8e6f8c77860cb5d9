import type { OxlintOverride } from 'oxlint';

// The rooms of src/ and the arrows between them: who may import whom, and why. oxlint enforces it (oxlint.config.ts).

/** A room: what it is for, and the rooms that it may import from, each with its reason. Imports inside a room are free. */
interface Room {
  purpose: string;
  imports: Record<string, string>;
  /** Node modules with a power (files, processes, network) that this room may use, each with its reason. */
  powers?: Record<string, string>;
}

const words = 'the words that all rooms share';

export const rooms: Record<string, Room> = {
  evidence: { purpose: 'the words that all rooms share; it knows none of them', imports: {} },
  syntax: { purpose: 'text to tree with positions; no meaning, no files', imports: { evidence: words } },
  repository: {
    purpose: "the only room that opens the user's files",
    imports: { evidence: words },
    powers: { 'node:fs': 'lists and reads the repository' },
  },
  catalogue: {
    purpose: 'cloud facts with source and date',
    imports: { evidence: words },
    powers: { 'node:fs': 'loads its own data files' },
  },
  python: {
    purpose: 'modules, scopes and values of Python; knows no cloud',
    imports: {
      evidence: words,
      syntax: 'walks the trees of modules',
      repository: 'finds the module that an import names',
    },
  },
  sdk: {
    purpose: "says what a library's objects are",
    imports: {
      evidence: words,
      syntax: 'reads the place of a call',
      catalogue: 'the shape of each SDK',
      python: 'implements its ModelProvider',
    },
  },
  manifests: {
    purpose: 'what dependency files declare',
    imports: { evidence: words, syntax: 'TOML, INI and Python trees', repository: 'follows includes' },
  },
  pipelines: {
    purpose: 'CI systems as one pipeline model',
    imports: {
      evidence: words,
      syntax: 'YAML trees, shell scripts and nox sessions',
      repository: 'follows includes',
      catalogue: 'which tools and actions test, analyse, deploy',
    },
  },
  infrastructure: {
    purpose: 'infrastructure code as one resource graph',
    imports: {
      evidence: words,
      syntax: 'trees of templates',
      repository: 'follows nested templates and modules',
      catalogue: 'normalised kinds of resource types',
      python: 'infrastructure written in Python',
    },
  },
  services: {
    purpose: 'one deployable unit, joined from code, manifests, infrastructure and pipelines',
    imports: {
      evidence: words,
      syntax: 'reads Dockerfiles and Procfiles',
      repository: 'the files of a unit',
      catalogue: 'kinds of resources and runtimes',
      python: 'entry points and imports',
      sdk: 'which calls a unit makes',
      manifests: 'what a unit declares',
      pipelines: 'what deploys a unit',
      infrastructure: 'the resources that define a unit',
    },
  },
  permissions: {
    purpose: 'needed and declared permissions',
    imports: {
      evidence: words,
      repository: 'paths of nested templates',
      catalogue: 'operations to actions',
      python: 'the arguments of the calls',
      sdk: 'the calls',
      infrastructure: 'declared policies',
      services: 'identities and bindings',
    },
  },
  skills: {
    purpose: 'which cloud skills the code demonstrates',
    imports: {
      evidence: words,
      syntax: 'what a file does with the names that it imports',
      repository: 'watches files as they are looked at',
      catalogue: 'the taxonomy',
      python: 'places of nodes',
      sdk: 'the calls',
      manifests: 'what is declared',
      pipelines: 'what is automated',
      infrastructure: 'the resources that are declared',
      services: 'the units',
    },
  },
  steps: {
    purpose: 'the checks: pure functions of facts, catalogue and the day; they read no file and no tree',
    imports: {
      evidence: words,
      catalogue: 'the facts to judge by',
      manifests: 'the dependency model',
      pipelines: 'the pipeline model',
      infrastructure: 'the resource model',
      services: 'what is judged',
      permissions: 'the difference between needed and declared',
    },
  },
  report: {
    purpose: 'the Report model, the documents of other commands, and the renderers to string',
    imports: {
      evidence: words,
      catalogue: 'its date',
      manifests: 'the dependencies document',
      services: 'the units reported',
      skills: 'what is shown of skills and rungs',
      steps: 'titles and pages of the checks',
    },
  },
  fixes: {
    purpose: 'applies intents through the edits of syntax',
    imports: {
      evidence: words,
      syntax: 'edits that keep the rest',
      repository: 'reads what it edits',
      permissions: "a policy's resources in a format's own words",
      steps: 'the intents of a fix',
      report: 'the findings to fix',
    },
    powers: { 'node:fs': 'writes the fixed files' },
  },
  configuration: {
    purpose: "the user's settings",
    imports: {
      evidence: words,
      syntax: 'TOML with places',
      repository: 'reads skyworthy.toml',
      steps: 'names of checks and steps',
    },
  },
  engine: {
    purpose: 'facts to checks to Report; takes a supplier of measured facts and never imports probes',
    imports: {
      evidence: words,
      syntax: 'which reader a file needs',
      repository: 'lists and reads',
      catalogue: 'the facts to judge by',
      python: 'module facts',
      sdk: 'calls',
      manifests: 'dependency facts',
      pipelines: 'pipeline facts',
      infrastructure: 'resource facts',
      services: 'joins the units',
      permissions: 'runs the analysis',
      skills: 'runs the analysis',
      steps: 'runs the checks',
      report: 'fills the model',
      fixes: 'turns intents into edits',
      configuration: 'what to run',
    },
    powers: { 'node:fs': 'the cache on disk' },
  },
  probes: {
    purpose: 'the only room that starts processes; returns measured facts',
    imports: {
      evidence: words,
      repository: 'copies what it runs',
      catalogue: 'targets and limits',
      services: 'what to run',
    },
    powers: { 'node:fs': 'scratch copies', 'node:child_process': 'runs what reading cannot tell' },
  },
  cli: {
    purpose: 'thin: flags in, text and exit code out; joins probes to the engine',
    imports: {
      evidence: words,
      repository: 'opens the folder named',
      catalogue: 'catalogue and matrix commands',
      manifests: 'dependencies command',
      syntax: 'parse command',
      services: 'services command',
      steps: 'explain command',
      report: 'renders',
      fixes: 'fix command',
      configuration: 'loads settings',
      engine: 'runs',
      probes: 'probe command',
    },
  },
};

const powers = [
  'node:fs',
  'node:child_process',
  'node:net',
  'node:http',
  'node:https',
  'node:dgram',
  'node:tls',
  'node:vm',
];

const escape = (name: string): string => name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Nothing in src may import a generator or a test's support: tools import src, never the other way round. */
const toolsStayOutside = {
  regex: '^(\\.\\./)+(tools|tests|bench|oracles|examples)/',
  message: 'src may not import tools, tests, bench or examples: they may import src.',
};

function ruleOf(name: string, room: Room): OxlintOverride {
  const refused = Object.keys(rooms).filter((other) => other !== name && !(other in room.imports));
  const patterns = refused.map((other) => ({
    regex: `^(\\.\\./)+${escape(other)}/`,
    message: `${name} may not import ${other}: ${name} — ${room.purpose}.`,
  }));
  const paths = powers
    .filter((power) => !(power in (room.powers ?? {})))
    .flatMap((power) => [power, power.slice('node:'.length), `${power}/promises`])
    .map((spelling) => ({
      name: spelling,
      message: `${name} may not use ${spelling}: ${name} — ${room.purpose}.`,
    }));
  return {
    files: [`src/${name}/**/*.ts`],
    excludeFiles: ['**/*.test.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns: [...patterns, toolsStayOutside], paths }] },
  };
}

/** Overrides for oxlint: one for each room, with a reason in each message. */
export const importRules: OxlintOverride[] = Object.entries(rooms).map(([name, room]) => ruleOf(name, room));
