import type { Report } from '../report.ts';

/** One JSON document, indented by two, with a newline at its end. The schema is `schemas/check.schema.json`. */
export function renderJson(report: Report): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}
