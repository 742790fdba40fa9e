import { currencyStyles, dateStyles, type Formats, numberStyles } from "@/lib/schemas/formats";
import { type FileFormat, fileFormats } from "@/lib/schemas/proposal-file";
import { readArguments } from "./read-arguments";
import { Refused } from "./refused";

export type ExportCommand = {
  readonly format: FileFormat;
  readonly path: string;
  readonly output: string;
  readonly title: string | null;
  readonly audience: string | null;
  readonly scenario: string | null;
  readonly organization: string | null;
  /** The file of a house style. */
  readonly house: string | null;
  /** Those that were chosen; the others are the house's. */
  readonly formats: Partial<Formats>;
  /** Whether a file that is there may be written over. */
  readonly force: boolean;
};

const formats = fileFormats.join("|");
const quoted = (styles: readonly string[]) => styles.map((style) => `"${style}"`).join(", ");

export const exportHelp = `  npm run -s loadline -- export ${formats} PLAN.json -o FILE
                                                     the plan as a proposal, a draft, in a file
      -o FILE, --output FILE      where it goes; csv is a ZIP of one CSV for each table
      --title TEXT                what it is called; else the plan's name
      --audience TEXT             whom it is for: "For decision by the board"
      --scenario NAME             a scenario of the plan; else the plan as it stands
      --organization NAME         whom it comes from
      --house FILE.json           colour, logo, confidentiality, footer and formats, as an export of everything has
                                  them (house-style.json); what it leaves out is Loadline's own
      --numbers STYLE             ${quoted(numberStyles)}; else as the house has it
      --dates STYLE               ${quoted(dateStyles)}
      --currency STYLE            ${quoted(currencyStyles)}: $1.2M or USD 1.2M
      --force                     writes over a file that is there
`;

const example =
  "npm run -s loadline -- export pdf docs/examples/claims-assistant.json -o proposal.pdf";
export const misusedExport = (what: string) => new Refused(2, `${what} Try: ${example}`);

const withValue = {
  ...{ output: "o", title: null, audience: null, scenario: null, organization: null },
  ...{ house: null, numbers: null, dates: null, currency: null },
};

/** `FORMAT PLAN.json -o FILE` with its options. */
export function readExportCommand(args: readonly string[]): ExportCommand {
  const taken = { withValue, flags: ["force"], misused: misusedExport };
  const { words, value, has } = readArguments(args, taken);
  const [format, path, ...rest] = words;
  if (rest[0] !== undefined) throw misusedExport(`"${rest[0]}" is one too many.`);
  if (path === undefined)
    throw misusedExport(
      format ? "The plan file is missing." : `The format is missing. There are ${formats}.`,
    );
  const output = value("output");
  if (output === null) throw misusedExport("Say with -o FILE where it goes.");
  return {
    ...{ format: formatOf(format), path, output, force: has("force") },
    ...{ title: value("title"), audience: value("audience") },
    ...{ scenario: value("scenario"), organization: value("organization") },
    house: value("house"),
    formats: {
      ...styleOf("numbers", value("numbers"), numberStyles),
      ...styleOf("dates", value("dates"), dateStyles),
      ...styleOf("currency", value("currency"), currencyStyles),
    },
  };
}

/** One way to write, where one was chosen. */
function styleOf<Name extends keyof Formats>(
  name: Name,
  asked: string | null,
  styles: readonly Formats[Name][],
): Partial<Formats> {
  if (asked === null) return {};
  const style = styles.find((known) => known === asked);
  if (style === undefined)
    throw misusedExport(`--${name} is "${asked}". Use one of ${quoted(styles)}.`);
  return { [name]: style };
}

function formatOf(name: string | undefined): FileFormat {
  const format = fileFormats.find((known) => known === name);
  if (format) return format;
  throw misusedExport(`"${name}" is no format. There are ${formats}.`);
}
