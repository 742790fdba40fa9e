import { projectFile, runApart } from "@/lib/apart/run-apart";
import type { LineColumns } from "@/lib/importers/lines/line-columns";
import type { LinesAsked, LinesRead } from "@/lib/importers/lines/read-lines";

const reader = projectFile("lib/importers/lines/read-lines.ts");
const limits = { timeMs: 20_000, memoryMegabytes: 512, outputBytes: 64 * 1024 * 1024 };
/** Each may take half a gigabyte, whoever asks. */
const mostAtOnce = 2;

let running = 0;
const waiting: (() => void)[] = [];

/** The lines of a file that came from outside, read in a process of its own. */
export async function readLinesApart(input: LinesAsked, signal?: AbortSignal): Promise<LinesRead> {
  if (running >= mostAtOnce) await new Promise<void>((go) => waiting.push(go));
  running += 1;
  try {
    return checked(await runApart({ reader, input, limits, ...(signal && { signal }) }));
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}

/** The reader checked each line by the schema; that its columns fit each other is seen here. */
function checked(output: unknown): LinesRead {
  const { reading, lines } = output as LinesRead;
  const columns = Object.values<LineColumns[keyof LineColumns]>(lines);
  if (columns.some((column) => column.length !== reading.lineCount))
    throw new Error("columns of lines of unequal length");
  return { reading, lines };
}
