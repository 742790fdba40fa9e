import { csvRows } from "../csv";
import { type AmountFault, isFault, readAmount } from "./amounts";
import {
  importOf,
  type PriceReading,
  priceFileLimitBytes,
  priceRowLimit,
  type RowReading,
  tooLarge,
  tooManyRows,
} from "./price-import";

import { rentalOf, type SkypilotPlace } from "./skypilot-rental";

const needed = ["InstanceType", "AcceleratorName", "AcceleratorCount", "Price", "Region"] as const;
const whatItIs = `A SkyPilot catalog (vms.csv) names these in its first line: ${needed.join(", ")}.`;

/** The clouds that SkyPilot has a catalog of, by the names of their folders. */
export const cloudNames: readonly string[] =
  "aws azure cudo do fluidstack gcp hyperbolic hyperstack ibm jarvislabs lambda lium mithril nebius oci ovhcloud paperspace primeintellect runpod scaleway scp seeweb shadeform simplepod spheron vast verda yotta".split(
    " ",
  );

/** SkyPilot's list of machines: US dollars an hour for a whole instance, columns in any order. */
export function readSkypilot(text: string, place: SkypilotPlace): PriceReading {
  if (text.length > priceFileLimitBytes) return { ok: false, message: tooLarge(text.length) };
  const [head = [], ...lines] = csvRows(text);
  const names = head.map((name) => name.trim());
  const missing = needed.filter((name) => !names.includes(name));
  if (missing.length > 0) {
    const has = names.slice(0, 20).join(", ").slice(0, 300) || "nothing";
    return {
      ok: false,
      message: `This file has no ${missing.join(", ")}. It has: ${has}. ${whatItIs}`,
    };
  }
  const twice = names.find((name, at) => name !== "" && names.indexOf(name) !== at);
  if (twice !== undefined)
    return { ok: false, message: `This file names the column ${twice} twice. ${whatItIs}` };
  if (lines.length > priceRowLimit) return { ok: false, message: tooManyRows(lines.length) };
  const seen = new Map<string, { line: number; cells: string }>();
  return importOf(
    lines.map((cells, at) => {
      const reading = readLine(names, cells, at + 2, place);
      if ("refusal" in reading) return reading;
      const earlier = seen.get(reading.price.key);
      seen.set(reading.price.key, { line: at + 2, cells: cells.join() });
      return earlier ? repeatedLine(reading, earlier, cells.join()) : reading;
    }),
  );
}

type Priced = Exclude<RowReading, { readonly refusal: unknown }>;

function repeatedLine(
  reading: Priced,
  earlier: { readonly line: number; readonly cells: string },
  cells: string,
): RowReading {
  const { key, row } = reading.price;
  if (cells !== earlier.cells)
    return {
      ...reading,
      doubts: [...reading.doubts, `Line ${earlier.line} has it in other words.`],
    };
  const reason = `It is the same line as ${earlier.line}.`;
  return { refusal: { row, key, field: "", value: key, reason, mend: "Delete one of the two." } };
}

function readLine(
  names: readonly string[],
  cells: readonly string[],
  row: number,
  place: SkypilotPlace,
): RowReading {
  const value = (name: string) => cells[names.indexOf(name)]?.trim() ?? "";
  const [instance, spelled] = [value("InstanceType"), value("AcceleratorName")];
  const key = [instance, value("Region"), value("AvailabilityZone")].filter(Boolean).join(" ");
  const refuse = (field: string, { reason, mend }: AmountFault): RowReading => ({
    refusal: { row, key, field, value: value(field).slice(0, 120), reason, mend },
  });
  if (cells.length !== names.length)
    return refuse("", {
      reason: `It has ${cells.length} cells and the first line ${names.length}.`,
      mend: "Put a value with a comma in quotes, and give each column a cell.",
    });
  if (instance === "")
    return refuse("InstanceType", { reason: "It names no machine.", mend: "Name it." });
  if (spelled === "")
    return refuse("AcceleratorName", {
      reason: "It has no accelerator: a machine with processors alone.",
      mend: "Nothing to mend: a plan rents accelerators.",
    });
  const price = readAmount(value("Price"));
  if (value("Price") === "" || isFault(price))
    return refuse(
      "Price",
      isFault(price) ? price : { reason: "It is empty.", mend: "Enter the price of an hour." },
    );
  const count = readAmount(value("AcceleratorCount"));
  if (isFault(count) || count.value < 1 || !Number.isInteger(count.value))
    return refuse("AcceleratorCount", {
      reason: "It is no whole number of accelerators.",
      mend: "Enter how many accelerators the machine has, for example 8.",
    });
  const spot = value("SpotPrice") === "" ? null : readAmount(value("SpotPrice"));
  if (spot !== null && isFault(spot)) return refuse("SpotPrice", spot);
  return rentalOf({ instance, spelled, key, row, price, count: count.value, spot, value, place });
}
