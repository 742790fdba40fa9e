import type { AmountFault } from "./amounts";
import { isRecord, readJsonText } from "./json-text";
import { openrouterFigures } from "./openrouter-figures";
import {
  type ImportedPrice,
  importOf,
  type PriceReading,
  priceRowLimit,
  type RowReading,
  shown,
  tooManyRows,
} from "./price-import";
import { stableId } from "./stable-id";
import { tokenDoubts } from "./token-doubts";

type Row = Readonly<Record<string, unknown>>;
type Figures = ImportedPrice["figures"];

const whatItIs =
  'OpenRouter\'s answer at /api/v1/models is an object whose "data" is the list of models.';

/** OpenRouter's list of models: US dollars for a single token, written as text. It carries no date. */
export function readOpenrouter(text: string, observedOn: string): PriceReading {
  const read = readJsonText(text);
  if (!read.ok) return { ok: false, message: `${read.message} ${whatItIs}` };
  const models = isRecord(read.value) ? read.value.data : undefined;
  if (!Array.isArray(models) || !models.some((row) => isRecord(row) && isRecord(row.pricing)))
    return { ok: false, message: `This file has no models with prices. ${whatItIs}` };
  if (models.length > priceRowLimit) return { ok: false, message: tooManyRows(models.length) };
  const repeatedAt = new Map(read.repeated.map(({ path, name }) => [path[1], name]));
  const seen = new Map<string, number>();
  return importOf(
    models.map((row, at) => {
      const reading = readModel(row, at + 1, observedOn);
      if ("refusal" in reading) return reading;
      const name = repeatedAt.get(at);
      const earlier = seen.get(reading.price.key.toLowerCase());
      seen.set(reading.price.key.toLowerCase(), at + 1);
      const doubts = [...reading.doubts];
      if (name !== undefined) doubts.push(`It has ${name} more than once; the last one was read.`);
      if (earlier !== undefined) doubts.push(`The file has it already in row ${earlier}.`);
      return { ...reading, doubts };
    }),
  );
}

function readModel(row: unknown, line: number, observedOn: string): RowReading {
  const key = isRecord(row) && typeof row.id === "string" ? row.id : "";
  const refuse = (field: string, value: unknown, { reason, mend }: AmountFault): RowReading => ({
    refusal: { row: line, key, field, value: shown(value), reason, mend },
  });
  if (!isRecord(row) || key === "")
    return refuse("id", isRecord(row) ? row.id : row, {
      reason: "It has no id.",
      mend: "Name the model.",
    });
  const { pricing } = row;
  if (!isRecord(pricing))
    return refuse("pricing", pricing, {
      reason: "It has no prices.",
      mend: "Enter prompt and completion.",
    });
  if (["prompt", "completion"].some((field) => Number(pricing[field]) === -1))
    return refuse("pricing.prompt", pricing.prompt, {
      reason: "It is a router: what a request costs is settled when it is sent.",
      mend: "Choose the model that the router would choose.",
    });
  const read = openrouterFigures(pricing);
  if ("fault" in read) return refuse(`pricing.${read.field}`, pricing[read.field], read.fault);
  const { inputPrice, outputPrice, cachedInputPrice } = read.figures;
  const prices = {
    input: inputPrice?.value ?? 0,
    output: outputPrice?.value ?? 0,
    cachedInput: cachedInputPrice?.value ?? undefined,
  };
  return {
    price: priceOf(row, key, line, observedOn, read.figures),
    doubts: [...tokenDoubts(prices), ...otherDoubts(row, key, observedOn)],
  };
}

function priceOf(
  row: Row,
  key: string,
  line: number,
  date: string,
  figures: Figures,
): ImportedPrice {
  const name = typeof row.name === "string" && row.name ? row.name : key;
  return {
    id: stableId("openrouter", key),
    key,
    row: line,
    kind: "api-price",
    label: `${name.slice(0, 106)}, OpenRouter`,
    subject: { model: key.slice(0, 120), provider: "OpenRouter", currency: "USD" },
    currency: "USD",
    evidence: "list",
    source: `OpenRouter models, ${key}`.slice(0, 300),
    url: "https://openrouter.ai/api/v1/models",
    date,
    figures,
  };
}

function otherDoubts(row: Row, key: string, observedOn: string): readonly string[] {
  const doubts: string[] = [];
  if (key.startsWith("~"))
    doubts.push(
      "It is an alias of whatever is newest: its price moves when the model behind it changes.",
    );
  if (key.endsWith(":free"))
    doubts.push("It is a free variant with limits, no price to plan with.");
  const outputs = isRecord(row.architecture) ? row.architecture.output_modalities : undefined;
  if (Array.isArray(outputs) && outputs.some((kind) => kind !== "text"))
    doubts.push("It gives more than text, at prices that are not among these.");
  const { expiration_date: expires } = row;
  if (typeof expires === "string" && expires !== "" && expires.slice(0, 10) < observedOn)
    doubts.push(`It was withdrawn on ${expires.slice(0, 10)}.`);
  return doubts;
}
