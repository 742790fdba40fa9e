import { project } from "@/lib/engine";
import { benchmarkFile } from "./benchmark-file";
import { exportHelp } from "./export-command";
import { importHelp, importPrices } from "./import-prices";
import { judgeEstimates } from "./judge-estimates";
import { judgementReport } from "./judgement-report";
import { readBytes } from "./read-bytes";
import { readPlanFile } from "./read-plan-file";
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
${exportHelp}${importHelp}
PLAN.json is a plan file: what "Export" saves, or one of docs/examples.
FILE.csv holds measured times to first token and per output token (docs/throughput.md, "Judging").
FILE is a benchmark of vLLM, SGLang, GenAI-Perf or AIPerf, such a CSV, or MLPerf's summary_results.json ("Imported benchmarks").
It needs no database and no server.

Ends with 0 when the plan was computed, the proposal was written, a point was judged or accepted, or the prices were read,
1 when the file needs mending, 2 when the command was not understood or a file could not be read or written.
`;

const example = "docs/examples/claims-assistant.json";

/** One command from start to end; gives the exit code. */
export async function run({ args, folder, print, complain }: Run): Promise<number> {
  try {
    const asksHelp = args.some((arg) => arg === "--help" || arg === "-h");
    if (args[0] === "export" && !asksHelp) {
      // What draws files is much, and every other command does without.
      const { exportProposal } = await import("./export-proposal");
      complain(await exportProposal(args.slice(1), folder));
      return 0;
    }
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
  const plan = readPlanFile(command.path, folder);
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
