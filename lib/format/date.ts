import type { Formats } from "@/lib/schemas/formats";
import { locale } from "./number";
import { currentFormats } from "./scope";

const monthFormat = new Intl.DateTimeFormat(locale, {
  month: "short",
  year: "numeric",
  timeZone: "UTC",
});
const dayFormat = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "short",
  year: "numeric",
  timeZone: "UTC",
});
const monthNames = new Map<string, string>();

/** "2029-02" is "Feb 2029". */
export function monthName(month: string): string {
  let name = monthNames.get(month);
  if (name === undefined) {
    name = monthFormat.format(new Date(`${month}-01T00:00:00Z`));
    monthNames.set(month, name);
  }
  return name;
}

const dates = new Map<string, string>();

const orders = {
  "2026-11-20": ([year, month, day]) => `${year}-${month}-${day}`,
  "20/11/2026": ([year, month, day]) => `${day}/${month}/${year}`,
  "11/20/2026": ([year, month, day]) => `${month}/${day}/${year}`,
  "20.11.2026": ([year, month, day]) => `${day}.${month}.${year}`,
} as const satisfies Partial<Record<Formats["dates"], (parts: readonly string[]) => string>>;

/** "2026-11-21" is "21 Nov 2026", or as it was chosen. */
export function dateText(isoDate: string): string {
  const day = isoDate.slice(0, 10);
  const { dates: style } = currentFormats();
  if (style !== "20 Nov 2026") return orders[style](day.split("-"));
  let text = dates.get(day);
  if (text === undefined) {
    text = dayFormat.format(new Date(`${day}T00:00:00Z`));
    dates.set(day, text);
  }
  return text;
}

/** An instant in UTC: "21 Nov 2026, 14:05 UTC". */
export function instantText(isoInstant: string): string {
  const utc = new Date(isoInstant).toISOString();
  return `${dateText(utc)}, ${utc.slice(11, 16)} UTC`;
}

/** What a clock on the wall of a zone shows: "15 Dec 2026, 17:00 (Europe/Berlin)". */
export function deadlineText(local: string | null, zone: string): string {
  if (local === null) return "no deadline yet";
  return `${dateText(local)}, ${local.slice(11, 16)} (${zone.replaceAll("_", " ")})`;
}

/** Names of zones to choose from, UTC first. */
export const timeZones = (): readonly string[] => ["UTC", ...Intl.supportedValuesOf("timeZone")];

/** The zone of the machine that this runs on. */
export const ownTimeZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;
