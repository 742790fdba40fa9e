import { readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { project } from "@/lib/engine";
import { readBenchmark, tooLarge } from "@/lib/importers/benchmark/read-benchmark";
import { readPlanBytes } from "@/lib/importers/plan-file";
import { benchmarkFileLimitBytes } from "@/lib/schemas/benchmark-run";
import type { InputIssue } from "@/lib/schemas/check";
import { planFileLimitBytes, planFileTooLarge } from "@/lib/schemas/plan-file";
import { withCeilings } from "@/lib/views/benchmark-ceiling";
import { benchmarkCounts } from "@/lib/views/benchmark-words";
import { benchmarkReport } from "./benchmark-report";
import { judgeEstimates } from "./judge-estimates";
import { judgementReport } from "./judgement-report";
import { report } from "./report";

export type Run = {
  readonly args: readonly string[];
  /** Where relative paths begin. */
  readonly folder: string;
  readonly print: (text: string) => void;
  readonly complain: (text: string) => void;
};

const help = `Loadline computes what a plan costs, month by month, for each of its options.

  npm run -s loadline -- project PLAN.json           totals and break-even as text
  npm run -s loadline -- project PLAN.json --json    the whole projection as JSON
  npm run -s loadline -- estimate FILE.csv           errors of the throughput estimate as text
  npm run -s loadline -- estimate FILE.csv --json    the same as JSON
  npm run -s loadline -- benchmark FILE              what of a benchmark can be used, as text
  npm run -s loadline -- benchmark FILE --json       the same as JSON

PLAN.json is a plan file: what "Export" saves, or one of docs/examples.
FILE.csv holds measured times to first token and per output token (docs/throughput.md, "Judging").
FILE is a benchmark of vLLM or SGLang, such a CSV, or MLPerf's summary_results.json ("Imported benchmarks").
It needs no database and no server.

Ends with 0 when the plan was computed, a point was judged or one accepted, 1 when the file needs mending,
2 when the command was not understood or the file could not be read.
`;

const example = "docs/examples/claims-assistant.json";

class Refused extends Error {
  readonly exitCode: 1 | 2;
  constructor(exitCode: 1 | 2, message: string) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** One command from start to end; gives the exit code. */
export function run({ args, folder, print, complain }: Run): number {
  try {
    const command = readCommand(args);
    print(answer(command, folder));
    return 0;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    complain(`${error.message}\n`);
    return error.exitCode;
  }
}

const commands = {
  project: { lacks: "The plan file is missing.", answer: projectFile },
  estimate: { lacks: "The CSV file is missing.", answer: estimateFile },
  benchmark: { lacks: "The benchmark file is missing.", answer: benchmarkFile },
} as const;
type FileCommandName = keyof typeof commands;

type FileCommand = {
  readonly kind: FileCommandName;
  readonly path: string;
  readonly json: boolean;
};
type Command = { readonly kind: "help" } | FileCommand;

function answer(command: Command, folder: string): string {
  if (command.kind === "help") return help;
  return commands[command.kind].answer(command, folder);
}

function readCommand(args: readonly string[]): Command {
  const flags = args.filter((arg) => arg.startsWith("-"));
  const [name, path, ...rest] = args.filter((arg) => !arg.startsWith("-"));
  if (args.length === 0 || name === "help" || flags.some((f) => f === "--help" || f === "-h"))
    return { kind: "help" };
  if (!isFileCommand(name)) throw misused(`There is no command "${name ?? flags[0]}".`);
  const strange = flags.find((flag) => flag !== "--json") ?? rest[0];
  if (strange !== undefined) throw misused(`"${strange}" is one too many.`);
  if (path === undefined) throw misused(commands[name].lacks);
  return { kind: name, path, json: flags.includes("--json") };
}

const isFileCommand = (name: string | undefined): name is FileCommandName =>
  name !== undefined && Object.hasOwn(commands, name);

const misused = (what: string) =>
  new Refused(2, `${what} Try: npm run -s loadline -- project ${example}`);

function projectFile(command: FileCommand, folder: string): string {
  const tooLarge = (size: number) => (size > planFileLimitBytes ? planFileTooLarge(size) : null);
  const checked = readPlanBytes(readBytes(command.path, folder, tooLarge));
  if (!checked.ok) throw new Refused(1, mends(command.path, checked.issues));
  const { plan } = checked.value;
  return command.json ? `${JSON.stringify(project(plan), null, 2)}\n` : report(plan);
}

function estimateFile(command: FileCommand, folder: string): string {
  const text = new TextDecoder().decode(readBytes(command.path, folder, () => null));
  const judgement = judgeEstimates(text);
  const words = command.json
    ? `${JSON.stringify(judgement, null, 2)}\n`
    : judgementReport(judgement);
  if (judgement.judged > 0) return words;
  throw new Refused(1, `${command.path}: no row could be judged.\n${words}`);
}

function benchmarkFile(command: FileCommand, folder: string): string {
  const refusal = (bytes: number) => {
    if (bytes <= benchmarkFileLimitBytes) return null;
    const { reason, mend } = tooLarge(bytes);
    return `${reason} ${mend}`;
  };
  const text = new TextDecoder().decode(readBytes(command.path, folder, refusal));
  const today = new Date().toISOString().slice(0, 10);
  const file = withCeilings(readBenchmark(text, today));
  const words = command.json ? `${JSON.stringify(file, null, 2)}\n` : benchmarkReport(file);
  if (benchmarkCounts(file).accepted > 0) return words;
  throw new Refused(1, `${command.path}: no point can be used as it is.\n${words}`);
}

function readBytes(
  path: string,
  folder: string,
  tooLarge: (size: number) => string | null,
): Uint8Array {
  const place = resolve(folder, path);
  try {
    const refusal = tooLarge(statSync(place).size);
    if (refusal) throw new Refused(1, `${path}: ${refusal}`);
    return readFileSync(place);
  } catch (error) {
    if (error instanceof Refused) throw error;
    throw new Refused(2, unreadable(place, (error as NodeJS.ErrnoException).code));
  }
}

function unreadable(place: string, code: string | undefined): string {
  if (code === "ENOENT" || code === "ENOTDIR")
    return `There is no file ${place}. Give the path of a file, for example ${example}.`;
  if (code === "EISDIR") return `${place} is a folder. Give the path of a file inside it.`;
  if (code === "EACCES") return `${place} may not be read. Allow it, or copy the file.`;
  return `${place} could not be read (${code ?? "unknown reason"}).`;
}

function mends(path: string, issues: readonly InputIssue[]): string {
  const count = issues.length === 1 ? "One thing" : `${issues.length} things`;
  const lines = issues.map((issue) => `  ${issue.message}\n    at ${issue.path}`);
  return [`${path} was not computed. ${count} to mend:`, ...lines].join("\n");
}
