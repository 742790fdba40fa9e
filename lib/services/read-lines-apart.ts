import { projectFile, runApart } from "@/lib/apart/run-apart";
import { gate } from "@/lib/auth/gate";
import type { LinesAsked, LinesRead } from "@/lib/importers/lines/read-lines";

const reader = projectFile("lib/importers/lines/read-lines.ts");
const limits = { timeMs: 20_000, memoryMegabytes: 512, outputBytes: 64 * 1024 * 1024 };
/** Each may take half a gigabyte, whoever asks. */
const inTurn = gate({
  ...{ atOnce: 2, waiting: 4 },
  busy: "Too many files are being read at once. Choose the file again in a minute.",
});

/** The lines of a file that came from outside, read in a process of its own, which starts while the file is fetched. */
export async function readLinesApart(
  asked: LinesAsked | Promise<LinesAsked>,
  signal?: AbortSignal,
): Promise<LinesRead> {
  const input = Promise.resolve(asked);
  // Where there is no turn for it, nobody else would hear that it could not be fetched.
  input.catch(() => {});
  const more = { limits, ...(signal && { signal }) };
  return inTurn(async () => (await runApart({ reader, input, ...more })) as LinesRead, signal);
}
