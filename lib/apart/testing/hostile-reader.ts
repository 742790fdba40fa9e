import { AppError } from "@/lib/errors";

type Way = "count" | "spin" | "heap" | "buffers" | "much" | "throw" | "refuse" | "environment";

const forever = () => {
  for (let turn = 0; ; turn += 1) if (turn < 0) return turn;
};

/** Behaves as badly as a file can make a reader behave. */
const ways: Readonly<Record<Way, () => unknown>> = {
  count: () => Array.from({ length: 1000 }, (_, at) => at).length,
  spin: forever,
  heap: () => {
    const rows: object[] = [];
    for (;;) rows.push({ row: rows.length, text: `cell ${rows.length}` });
  },
  buffers: () => {
    const held: Buffer[] = [];
    for (;;) held.push(Buffer.alloc(8 * 1024 * 1024, 1));
  },
  much: () => "x".repeat(8 * 1024 * 1024),
  throw: () => {
    throw new Error("a bug of the reader");
  },
  refuse: () => {
    throw new AppError("INVALID", "Row 3, column Price: 12,x is no number.");
  },
  environment: () => Object.keys(process.env),
};

export const read = (way: Way) => ways[way]();
