import { catalogRecords } from "./index";

let known: string | undefined;

/** Of the shared catalog: the day of its newest figure and a hash of all of it, `2026-11-28.1f0c9ab34de21`. */
export function catalogVersion(): string {
  known ??= `${newestDay()}.${hashOf(JSON.stringify(catalogRecords))}`;
  return known;
}

function newestDay(): string {
  return (
    catalogRecords
      .map(({ date }) => date)
      .toSorted()
      .at(-1) ?? ""
  );
}

/** 53 bits that tell contents apart, the same in a browser and on a server; no secret depends on them. */
function hashOf(text: string): string {
  let [low, high] = [0xdeadbeef, 0x41c6ce57];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    low = Math.imul(low ^ code, 2654435761);
    high = Math.imul(high ^ code, 1597334677);
  }
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  return (4294967296 * (2097151 & high) + (low >>> 0)).toString(16).padStart(14, "0");
}
