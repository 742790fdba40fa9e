import { isRecord, readJsonText } from "./json-text";
import { litellmFigures } from "./litellm-figures";
import {
  type ImportedPrice,
  importOf,
  type PriceReading,
  priceRowLimit,
  type RowReading,
  shown,
  tooManyRows,
} from "./price-import";
import { providerName } from "./provider-names";
import { repetitions } from "./repetitions";
import { stableId } from "./stable-id";
import { tokenDoubts } from "./token-doubts";

const whatItIs =
  "LiteLLM's price map is one object with a model under each name: model_prices_and_context_window.json.";

/** LiteLLM's price map: US dollars for a single token, one row for each provider's model. */
export function readLitellm(text: string, observedOn: string): PriceReading {
  const read = readJsonText(text);
  if (!read.ok) return { ok: false, message: `${read.message} ${whatItIs}` };
  if (!isRecord(read.value)) return { ok: false, message: `This file is no object. ${whatItIs}` };
  const rows = Object.entries(read.value);
  if (!rows.some(([, row]) => isRecord(row) && Object.hasOwn(row, "litellm_provider")))
    return { ok: false, message: `No row of this file names a litellm_provider. ${whatItIs}` };
  if (rows.length > priceRowLimit) return { ok: false, message: tooManyRows(rows.length) };
  const repeated = repetitions(rows, read.repeated);
  return importOf(
    rows.map(([key, row], at) => {
      const place = { key, row: at + 1, observedOn };
      const result = readRow(row, place);
      return repeated(key, result, place.row);
    }),
  );
}

type Place = { readonly key: string; readonly row: number; readonly observedOn: string };
type Row = Readonly<Record<string, unknown>>;

const textModes = ["chat", "completion", "responses"];

function readRow(row: unknown, place: Place): RowReading {
  const refuse = (field: string, value: unknown, reason: string, mend: string): RowReading => ({
    refusal: { row: place.row, key: place.key, field, value: shown(value), reason, mend },
  });
  if (!isRecord(row)) return refuse("", row, "It is no object.", "Give the row its fields.");
  const { mode, litellm_provider: provider } = row;
  if (place.key === "sample_spec" || place.key === "fallback_generalizations")
    return refuse("", "", "It explains the file and is no model.", "Nothing to mend.");
  if (mode === undefined)
    return refuse(
      "mode",
      mode,
      "It is a class of prices and no model.",
      "Choose the row of a model.",
    );
  if (typeof mode !== "string" || !textModes.includes(mode))
    return refuse(
      "mode",
      mode,
      "It does not write text for tokens, and a plan's API price is for tokens in and out.",
      "Choose a row whose mode is chat, completion or responses.",
    );
  if (typeof provider !== "string" || provider === "")
    return refuse("litellm_provider", provider, "It names no provider.", "Name who sells it.");
  const read = litellmFigures(row);
  if ("fault" in read) return refuse(read.field, read.value, read.fault.reason, read.fault.mend);
  const { figures, note } = read;
  const { inputPrice, outputPrice, cachedInputPrice } = figures;
  const prices = {
    input: inputPrice?.value ?? 0,
    output: outputPrice?.value ?? 0,
    cachedInput: cachedInputPrice?.value ?? undefined,
  };
  return {
    price: priceOf(row, provider, place, figures, note),
    doubts: [...tokenDoubts(prices), ...withdrawn(row, place.observedOn)],
  };
}

function priceOf(
  row: Row,
  provider: string,
  { key, row: line, observedOn }: Place,
  figures: ImportedPrice["figures"],
  note: string,
): ImportedPrice {
  const model = (key.startsWith(`${provider}/`) ? key.slice(provider.length + 1) : key).slice(
    0,
    120,
  );
  const seller = providerName(provider);
  const { source } = row;
  const address = typeof source === "string" && /^https?:\/\/\S{1,480}$/.test(source);
  return {
    id: stableId("litellm", provider, key),
    key,
    row: line,
    kind: "api-price",
    label: `${model}, ${seller}`.slice(0, 120),
    subject: { model: model || key, provider: seller, currency: "USD" },
    currency: "USD",
    evidence: "list",
    source: `LiteLLM price map, ${key}`.slice(0, 300),
    ...(address ? { url: source } : {}),
    date: observedOn,
    ...(note ? { note } : {}),
    figures,
  };
}

function withdrawn({ deprecation_date: date }: Row, observedOn: string): readonly string[] {
  if (typeof date !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(date) || date >= observedOn)
    return [];
  return [`Its provider withdrew it on ${date}.`];
}
