import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { type ChartMend, chartWorkbook, mendedChart } from "./mended-chart";

/** The library's file with its charts mended and its notes in paragraphs, packed. */
export function mendedPackage(
  bytes: Uint8Array,
  charts: readonly ChartMend[],
): Uint8Array<ArrayBuffer> {
  const parts = unzipSync(bytes);
  const chartOf = chartsByNumber(Object.keys(parts), charts);
  const mended = Object.entries(parts).flatMap(
    ([name, part]): (readonly [string, Uint8Array])[] => {
      // Folders are no parts of a package.
      if (name.endsWith("/")) return [];
      const chart = chartOf(name);
      if (chart && name.endsWith(".xlsx")) return [[name, chartWorkbook(chart)]];
      if (chart) return [[name, strToU8(mendedChart(strFromU8(part), chart))]];
      if (/^ppt\/notesSlides\/[^/]+\.xml$/.test(name))
        return [[name, strToU8(notesInParagraphs(strFromU8(part)))]];
      if (name === contentTypes) return [[name, strToU8(typesOfParts(strFromU8(part), parts))]];
      return [[name, part]];
    },
  );
  return zipSync(Object.fromEntries(mended), { level: 6 }) as Uint8Array<ArrayBuffer>;
}

const numbered =
  /^ppt\/(?:charts\/chart|embeddings\/Microsoft_Excel_Worksheet)(\d+)\.(?:xml|xlsx)$/;
const numberOf = (name: string) => numbered.exec(name)?.[1];

/** The library counts charts through all files of a process: by their order they are known again. */
function chartsByNumber(names: readonly string[], charts: readonly ChartMend[]) {
  const numbers = [...new Set(names.flatMap((name) => numberOf(name) ?? []))].toSorted(
    (a, b) => Number(a) - Number(b),
  );
  if (numbers.length !== charts.length)
    throw new Error(`${numbers.length} charts were written of ${charts.length}.`);
  const places = new Map(numbers.map((number, place) => [number, charts[place]]));
  return (name: string) => places.get(numberOf(name) ?? "");
}

const contentTypes = "[Content_Types].xml";

/** The library gives a type to parts that it does not write. */
const typesOfParts = (xml: string, parts: Readonly<Record<string, unknown>>): string =>
  xml.replaceAll(/<Override PartName="\/([^"]+)"[^>]*\/>/g, (override, name) =>
    name in parts ? override : "",
  );

const note =
  /(<a:p>)(<a:r><a:rPr lang="en-US" dirty="0"\/><a:t>)([\s\S]*?)(<\/a:t><\/a:r>)(<a:endParaRPr lang="en-US" dirty="0"\/><\/a:p>)/;

/** A line break inside of a run is shown as a space. */
const notesInParagraphs = (xml: string): string =>
  xml.replace(note, (_, begin, run, text, endRun, end) =>
    String(text)
      .split(/\r?\n/)
      .map((line) => begin + run + line + endRun + end)
      .join(""),
  );
