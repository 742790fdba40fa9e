import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { deserialize, serialize } from "node:v8";
import { AppError } from "@/lib/errors";
import { crashed, type Limits, needed, took, usualLimits, wrote } from "./limits";

/** What the child answers: what the reader gave, or the words it refused its input with. */
export type Answer = { readonly output: unknown } | { readonly refusal: string };

type Asked = {
  /** The address of the module whose export `read` is run. */
  readonly reader: URL;
  /** Whatever a structured clone can hold, or a promise of it, which the child starts beside. */
  readonly input: unknown;
  readonly limits?: Limits;
  /** Aborted, the child is killed and the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal;
};

/** A file of ours at run time. A bundle has other addresses for what it holds, and a child runs none of those. */
export const projectFile = (path: string): URL => pathToFileURL(join(process.cwd(), path));

const child = () => fileURLToPath(projectFile("lib/apart/child.ts"));
const loader = () => projectFile("lib/apart/loader.ts").href;
/** Secrets among it are no reader's business. */
const noEnvironment = {} as NodeJS.ProcessEnv;
const lookEveryMs = 50;
/** What Node takes beside the heap before a reader has begun. */
const bareBytes = 128 * 1024 * 1024;
/** 128 and SIGABRT: how Node ends when its heap is full, where it is not said as a signal. */
const abortedCode = 134;

/**
 * Runs a reader of untrusted files in a process of its own, with no environment and within limits, and ends
 * that process whatever happens. Nothing that it does, spinning or filling the memory, reaches its caller.
 */
export async function runApart({
  reader,
  input,
  limits = usualLimits,
  signal,
}: Asked): Promise<unknown> {
  const given = Promise.resolve(input);
  // Refused while the child is ended for another reason, nobody else would hear of it.
  given.catch(() => {});
  signal?.throwIfAborted();
  const run: ChildProcess = spawn(
    process.execPath,
    [
      `--max-old-space-size=${limits.memoryMegabytes}`,
      "--disable-warning=ExperimentalWarning",
      `--import=${loader()}`,
      child(),
      reader.href,
    ],
    { env: noEnvironment, stdio: ["pipe", "ignore", "ignore", "pipe"] },
  );
  const watch = watchLimits(run, limits, signal);
  const answered = answerOf(run, limits);
  try {
    run.stdin?.end(serialize(await Promise.race([given, watch.broken])));
    const bytes = await Promise.race([answered, watch.broken]);
    const answer: Answer = deserialize(bytes);
    if ("refusal" in answer) throw new AppError("INVALID", answer.refusal);
    return answer.output;
  } finally {
    watch.end();
    run.kill("SIGKILL");
  }
}

/** Rejects when a limit is passed or the caller gives up; settles no other way. */
function watchLimits(run: ChildProcess, limits: Limits, signal: AbortSignal | undefined) {
  let reject: (reason: unknown) => void = () => {};
  const broken = new Promise<never>((_, refuse) => {
    reject = refuse;
  });
  broken.catch(() => {});
  const late = setTimeout(() => reject(took(limits)), limits.timeMs);
  const look = setInterval(() => {
    const most = limits.memoryMegabytes * 1024 * 1024 + bareBytes;
    if (residentBytes(run.pid) > most) reject(needed(limits));
  }, lookEveryMs);
  const giveUp = () => reject(signal?.reason);
  signal?.addEventListener("abort", giveUp, { once: true });
  const end = () => {
    clearTimeout(late);
    clearInterval(look);
    signal?.removeEventListener("abort", giveUp);
  };
  return { broken, end };
}

/** Buffers lie outside the heap that Node limits. Elsewhere than on Linux the heap alone is limited. */
function residentBytes(pid: number | undefined): number {
  try {
    const [, kilobytes] =
      /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
    return Number(kilobytes ?? 0) * 1024;
  } catch {
    return 0;
  }
}

function answerOf(run: ChildProcess, limits: Limits): Promise<Buffer> {
  const answered = new Promise<Buffer>((resolve, reject) => {
    const parts: Buffer[] = [];
    let size = 0;
    run.stdio[3]?.on("data", (part: Buffer) => {
      size += part.byteLength;
      if (size > limits.outputBytes) reject(wrote(limits));
      else parts.push(part);
    });
    run.once("error", reject);
    run.once("close", (code, signal) => {
      if (code === 0) resolve(Buffer.concat(parts));
      else if (signal === "SIGABRT" || code === abortedCode) reject(needed(limits));
      else reject(crashed());
    });
  });
  // A child that ends before it has read all of its input says why by its end.
  run.stdin?.on("error", () => {});
  answered.catch(() => {});
  return answered;
}
