// https://docs.zizmor.sh: its audits of pinned actions, of rights and of credentials, for its usual persona.
import { relative } from 'node:path';
import type { Row, Topic } from './row.ts';
import { parseJson, type Tool } from './tool.ts';

const audits: Readonly<Record<string, Topic>> = {
  'unpinned-uses': 'unpinned actions',
  'excessive-permissions': 'rights of a workflow',
  'use-trusted-publishing': 'keys in a pipeline',
  'hardcoded-container-credentials': 'keys in a pipeline',
};

interface Finding {
  readonly ident: string;
  readonly locations: readonly {
    readonly symbolic: {
      readonly key: { readonly Local?: { readonly verbatim_path: string } };
      readonly annotation: string;
      readonly kind: string;
    };
    readonly concrete: {
      readonly feature: string;
      readonly location: { readonly start_point: Point; readonly end_point: Point };
    };
  }[];
}

interface Point {
  /** Counted from 0. */
  readonly row: number;
}

export const zizmor: Tool = {
  name: 'zizmor',
  topics: [...new Set(Object.values(audits))],
  rows: async (folder, run) => {
    const text = run(folder, '--quiet', '--offline', '--format', 'json-v1', '--no-exit-codes', folder);
    return (parseJson<readonly Finding[]>(text) ?? []).flatMap((finding) => rowOf(folder, finding));
  },
};

function rowOf(folder: string, { ident, locations }: Finding): Row[] {
  const topic = audits[ident];
  const primary = locations.find(({ symbolic }) => symbolic.kind === 'Primary');
  const path = primary?.symbolic.key.Local?.verbatim_path;
  if (topic === undefined || primary === undefined || path === undefined) return [];
  const file = relative(folder, path);
  const { feature } = primary.concrete;
  const spans = locations.map(({ concrete }) => concrete.location);
  const subject = topic === 'unpinned actions' ? feature : primary.symbolic.annotation;
  const from = Math.min(...spans.map(({ start_point }) => start_point.row)) + 1;
  const place = { file, from, to: Math.max(...spans.map(({ end_point }) => end_point.row)) + 1 };
  return [{ topic, rule: ident, subject, places: [place], verdict: 'fail', outside: outsideOf(topic, feature) }];
}

function outsideOf(topic: Topic, feature: string): string | null {
  return topic === 'unpinned actions' && /^(actions|github|dependabot)\//.test(feature)
    ? "an action of GitHub's own"
    : null;
}
