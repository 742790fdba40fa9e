import { project } from "@/lib/engine";
import { readPlanBytes } from "@/lib/importers/plan-file";
import type { InputIssue } from "@/lib/schemas/check";
import { planFileLimitBytes, planFileTooLarge } from "@/lib/schemas/plan-file";
import { benchmarkFile } from "./benchmark-file";
import { importHelp, importPrices } from "./import-prices";
import { judgeEstimates } from "./judge-estimates";
import { judgementReport } from "./judgement-report";
import { readBytes } from "./read-bytes";
import { Refused } from "./refused";
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
${importHelp}
PLAN.json is a plan file: what "Export" saves, or one of docs/examples.
FILE.csv holds measured times to first token and per output token (docs/throughput.md, "Judging").
FILE is a benchmark of vLLM, SGLang, GenAI-Perf or AIPerf, such a CSV, or MLPerf's summary_results.json ("Imported benchmarks").
It needs no database and no server.

Ends with 0 when the plan was computed, a point was judged or accepted, or the prices were read, 1 when the file needs mending,
2 when the command was not understood or the file could not be read.
`;

const example = "docs/examples/claims-assistant.json";

/** One command from start to end; gives the exit code. */
export function run({ args, folder, print, complain }: Run): number {
  try {
    if (args[0] === "import") {
      const { json, words } = importPrices(args.slice(1), folder);
      print(json);
      complain(words);
      return 0;
    }
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

function mends(path: string, issues: readonly InputIssue[]): string {
  const count = issues.length === 1 ? "One thing" : `${issues.length} things`;
  const lines = issues.map((issue) => `  ${issue.message}\n    at ${issue.path}`);
  return [`${path} was not computed. ${count} to mend:`, ...lines].join("\n");
}
