/** A calendar day as ISO 8601 writes it, `2026-11-21`: days compare as text. */
export type Day = string;

const millisecondsPerDay = 86_400_000;

/** True for a real day of the calendar, written `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text;
}

/** Whole days from one day to another; negative if `to` is the earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / millisecondsPerDay);
}

/** The day on which `date` falls in UTC. */
export function dayOf(date: Date): Day {
  return date.toISOString().slice(0, 10);
}
