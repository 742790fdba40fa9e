import { AppError } from "@/lib/errors";

/** What a reader may take. */
export type Limits = {
  readonly timeMs: number;
  /** Of its heap, and on Linux of all its memory beyond what Node itself takes. */
  readonly memoryMegabytes: number;
  readonly outputBytes: number;
};

/** What every reader of a file that came from outside gets, unless it says why it needs more. */
export const usualLimits: Limits = {
  timeMs: 30_000,
  memoryMegabytes: 512,
  outputBytes: 64 * 1024 * 1024,
};

/** A limit that a file broke: the file is refused, and nothing else happened. */
export class ApartError extends AppError {
  readonly limit: "time" | "memory" | "output" | "crash";

  constructor(limit: ApartError["limit"], message: string) {
    super("INVALID", message);
    this.limit = limit;
  }
}

const smaller = "Split the file, or save it anew without what it does not need.";

export const took = ({ timeMs }: Limits) =>
  new ApartError("time", `Reading the file took longer than ${timeMs / 1000} s. ${smaller}`);

export const needed = ({ memoryMegabytes }: Limits) =>
  new ApartError("memory", `Reading the file needed more than ${memoryMegabytes} MB. ${smaller}`);

export const wrote = ({ outputBytes }: Limits) =>
  new ApartError(
    "output",
    `The file holds more than ${Math.round(outputBytes / (1024 * 1024))} MB once it is read. ${smaller}`,
  );

export const crashed = () =>
  new ApartError("crash", "The file could not be read. Save it anew, and try that one.");
