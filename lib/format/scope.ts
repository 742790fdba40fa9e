import type { Formats } from "@/lib/schemas/formats";

/** Loadline's own, wherever nobody chose others. */
export const usualFormats: Formats = {
  ...{ numbers: "1,234.56", dates: "20 Nov 2026", currency: "symbol" },
};

let current: Formats = usualFormats;

/**
 * Makes texts in chosen formats: all that `make` makes of them, and nothing after it. It must not wait in
 * between, so that no text of anybody else is made meanwhile.
 */
export function withFormats<T>(formats: Formats | undefined, make: () => T): T {
  const before = current;
  current = formats ?? usualFormats;
  try {
    return make();
  } finally {
    current = before;
  }
}

export const currentFormats = (): Formats => current;

/** Non-breaking, so that a number stays on one line. */
const narrowSpace = "\u202f";

const marks = {
  "1,234.56": { thousands: ",", point: "." },
  "1.234,56": { thousands: ".", point: "," },
  "1 234,56": { thousands: narrowSpace, point: "," },
  "1'234.56": { thousands: "\u2019", point: "." },
} as const satisfies Record<Formats["numbers"], { thousands: string; point: string }>;

/** Digits as they are written in English, with the marks that were chosen. */
export function withMarks(digits: string): string {
  if (current.numbers === usualFormats.numbers) return digits;
  const { thousands, point } = marks[current.numbers];
  return digits.replaceAll(/[,.]/g, (mark) => (mark === "," ? thousands : point));
}
