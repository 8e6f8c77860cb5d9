// The closed lists of the product's JSON, each in one place. Extend a list here, and nowhere else.

/** Clouds that a service runs on; `other` is a platform we name but do not judge, `none` is no platform at all. */
export const clouds = ['aws', 'azure', 'gcp', 'kubernetes', 'other', 'none'] as const;
export type Cloud = (typeof clouds)[number];

/** What runs the code. */
export const computeModels = ['function', 'container', 'vm', 'job', 'data-pipeline', 'ml'] as const;
export type Compute = (typeof computeModels)[number];

/** What is deployed. */
export const artifacts = ['zip', 'layer', 'image', 'wheel', 'source'] as const;
export type Artifact = (typeof artifacts)[number];

/** How work reaches a service. */
export const orchestrations = ['event-driven', 'workflow', 'request-response', 'scheduled'] as const;
export type Orchestration = (typeof orchestrations)[number];

/** Which side of a cloud's API the code speaks to. */
export const sdkLayers = ['management', 'data-plane'] as const;
export type SdkLayer = (typeof sdkLayers)[number];

/** How a piece of evidence is known. `absent` stands at the place where the missing thing belongs. */
export const evidenceKinds = [
  'literal',
  'constant-propagated',
  'environment',
  'annotation',
  'measured',
  'absent',
  'guessed',
] as const;
export type How = (typeof evidenceKinds)[number];

/** Why something is unknown. */
export const unknownReasons = [
  'dynamic-value',
  'parameter-of-entry-point',
  'external-code',
  'unreadable-file',
  'unsupported-construct',
  'bound-reached',
  'conflicting-evidence',
  'not-in-catalogue',
  'needs-probe',
] as const;
export type UnknownReason = (typeof unknownReasons)[number];

/** What a step of a pipeline does. `other` is work that no fact of the catalogue names. */
export const purposes = [
  'install',
  'test',
  'analyse',
  'audit',
  'build',
  'package',
  'scan',
  'infrastructure-validate',
  'deploy',
  'release',
  'notify',
  'other',
] as const;
export type Purpose = (typeof purposes)[number];

/** Severities by consequence, worst first: refused or cannot run; will fail, leak or cost; could be better. */
export const severities = ['blocker', 'risk', 'improvement'] as const;
export type Severity = (typeof severities)[number];

/** What a check can say of a subject. */
export const verdicts = ['pass', 'fail', 'unknown', 'not-applicable'] as const;
export type Verdict = (typeof verdicts)[number];

/** True if `severity` is as bad as `threshold` or worse. */
export function isAtLeast(severity: Severity, threshold: Severity): boolean {
  return severities.indexOf(severity) <= severities.indexOf(threshold);
}
