import { type FileFormat, fileFormats } from "@/lib/schemas/proposal-file";
import { Refused } from "./refused";

export type ExportCommand = {
  readonly format: FileFormat;
  readonly path: string;
  readonly output: string;
  readonly title: string | null;
  readonly audience: string | null;
  readonly scenario: string | null;
  readonly organization: string | null;
  /** Whether a file that is there may be written over. */
  readonly force: boolean;
};

const formats = fileFormats.join("|");

export const exportHelp = `  npm run -s loadline -- export ${formats} PLAN.json -o FILE
                                                     the plan as a proposal, a draft, in a file
      -o FILE, --output FILE      where it goes; csv is a ZIP of one CSV for each table
      --title TEXT                what it is called; else the plan's name
      --audience TEXT             whom it is for: "For decision by the board"
      --scenario NAME             a scenario of the plan; else the plan as it stands
      --organization NAME         whom it comes from
      --force                     writes over a file that is there
`;

const example =
  "npm run -s loadline -- export pdf docs/examples/claims-assistant.json -o proposal.pdf";
export const misusedExport = (what: string) => new Refused(2, `${what} Try: ${example}`);

const longNames: Readonly<Record<string, string>> = { "-o": "--output" };
const withValue = ["--output", "--title", "--audience", "--scenario", "--organization"];

/** `FORMAT PLAN.json -o FILE` with its options, each as `--name value` or `--name=value`. */
export function readExportCommand(args: readonly string[]): ExportCommand {
  const words: string[] = [];
  const options = new Map<string, string>();
  const left = args.flatMap(split);
  for (let arg = left.shift(); arg !== undefined; arg = left.shift()) {
    const name = longNames[arg] ?? arg;
    if (!arg.startsWith("-")) words.push(arg);
    else if (name === "--force") options.set(name, "");
    else if (withValue.includes(name)) options.set(name, givenFor(arg, left.shift()));
    else throw misusedExport(`"${arg}" is one too many.`);
  }
  const [format, path, ...rest] = words;
  if (rest[0] !== undefined) throw misusedExport(`"${rest[0]}" is one too many.`);
  if (path === undefined)
    throw misusedExport(
      format ? "The plan file is missing." : `The format is missing. There are ${formats}.`,
    );
  const output = options.get("--output");
  if (output === undefined) throw misusedExport("Say with -o FILE where it goes.");
  return {
    ...{ format: formatOf(format), path, output, force: options.has("--force") },
    title: options.get("--title") ?? null,
    audience: options.get("--audience") ?? null,
    scenario: options.get("--scenario") ?? null,
    organization: options.get("--organization") ?? null,
  };
}

function split(arg: string): readonly string[] {
  const [name = "", ...value] = arg.split("=");
  return value.length > 0 && withValue.includes(longNames[name] ?? name)
    ? [name, value.join("=")]
    : [arg];
}

function givenFor(name: string, value: string | undefined): string {
  if (value === undefined || value === "" || value.startsWith("--"))
    throw misusedExport(`${name} needs a value.`);
  return value;
}

function formatOf(name: string | undefined): FileFormat {
  const format = fileFormats.find((known) => known === name);
  if (format) return format;
  throw misusedExport(`"${name}" is no format. There are ${formats}.`);
}
