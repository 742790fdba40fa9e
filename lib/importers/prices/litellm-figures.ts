import {
  type Amount,
  type AmountFault,
  isFault,
  perMillion,
  perThousand,
  readAmount,
  withoutNoise,
} from "./amounts";
import { isRecord } from "./json-text";
import type { ImportedPrice } from "./price-import";

type Row = Readonly<Record<string, unknown>>;
type Figures = ImportedPrice["figures"];
type Fault = { readonly field: string; readonly value: unknown; readonly fault: AmountFault };
export type FiguresRead = { readonly figures: Figures; readonly note: string } | Fault;

const base = ["input_cost_per_token", "output_cost_per_token"] as const;
const taken = [
  ...base,
  "cache_read_input_token_cost",
  "cache_creation_input_token_cost",
  "input_cost_per_token_batches",
  "output_cost_per_token_batches",
  "input_cost_per_request",
];

/** The prices of one row, named like the fields of an API option; or what keeps them from being read. */
export function litellmFigures(whole: Row): FiguresRead {
  const row = withFirstTier(whole);
  const amounts = new Map<string, Amount>();
  for (const field of [...taken, ...longContextFields(row)]) {
    if (!Object.hasOwn(row, field) || row[field] === null) continue;
    const amount = readAmount(row[field]);
    if (isFault(amount)) return { field, value: row[field], fault: amount };
    amounts.set(field, amount);
  }
  const [input, output] = base.map((field) => amounts.get(field));
  if (!input || !output) return unpriced(row, input ? base[1] : base[0]);
  const used = new Set<string>();
  return {
    figures: {
      inputPrice: money(input),
      outputPrice: money(output),
      ...optional("cachedInputPrice", amounts.get("cache_read_input_token_cost")),
      ...optional("cacheWritePrice", amounts.get("cache_creation_input_token_cost")),
      ...batch(amounts),
      ...longContext(row, amounts, used),
      ...requestFee(amounts.get("input_cost_per_request")),
    },
    note: notTaken(whole, used),
  };
}

const money = (amount: Amount) =>
  ({ unit: "moneyPerMillionTokens", value: perMillion(amount) }) as const;

const optional = (name: string, amount: Amount | undefined): Figures =>
  amount === undefined ? {} : { [name]: money(amount) };

const requestFee = (amount: Amount | undefined): Figures =>
  amount === undefined
    ? {}
    : { requestFee: { unit: "moneyPerThousandRequests", value: perThousand(amount) } };

/** A discount is one number: it is taken only where input and output have the same. */
function batch(amounts: ReadonlyMap<string, Amount>): Figures {
  const [input, output] = base.map((field) => {
    const [plain, batched] = [amounts.get(field), amounts.get(`${field}_batches`)];
    // A price of 0 in a batch is one not known.
    return plain && batched && plain.value > 0 && batched.value > 0
      ? withoutNoise(1 - batched.value / plain.value)
      : null;
  });
  if (input === undefined || input === null || input !== output || input < 0) return {};
  return { batchDiscountFraction: { unit: "fraction", value: input } };
}

const threshold = /^(?:in|out)put_cost_per_token_above_(\d+)k_tokens$/;
const longContextFields = (row: Row) => Object.keys(row).filter((field) => threshold.test(field));

/** The lowest threshold that raises both prices; an API option has one. */
function longContext(row: Row, amounts: ReadonlyMap<string, Amount>, used: Set<string>): Figures {
  const steps = longContextFields(row).map((field) => Number(threshold.exec(field)?.[1]));
  const step = steps.reduce((low, next) => Math.min(low, next), Number.POSITIVE_INFINITY);
  const [input, output] = base.map((field) => {
    const name = `${field}_above_${step}k_tokens`;
    const [plain, raised] = [amounts.get(field)?.value ?? 0, amounts.get(name)?.value ?? 0];
    return { name, ratio: plain > 0 ? withoutNoise(raised / plain) : 0 };
  });
  if (!input || !output || input.ratio < 1 || output.ratio < 1) return {};
  used.add(input.name).add(output.name);
  return {
    longContextFromTokens: { unit: "tokensPerRequest", value: step * 1000 },
    longContextInputRatio: { unit: "ratio", value: input.ratio },
    longContextOutputRatio: { unit: "ratio", value: output.ratio },
  };
}

/** Prices by tiers of the request's length: the first is the plain price, the next that of long context. */
function withFirstTier(row: Row): Row {
  const [first, second] = Array.isArray(row.tiered_pricing) ? row.tiered_pricing : [];
  if (!isRecord(first) || base.some((field) => Object.hasOwn(row, field))) return row;
  const from =
    isRecord(second) && Array.isArray(second.range) ? Number(second.range[0]) : Number.NaN;
  const raised =
    isRecord(second) && from >= 1000 && from % 1000 === 0
      ? base.map((field) => [`${field}_above_${from / 1000}k_tokens`, second[field]])
      : [];
  const plain = [...base, "cache_read_input_token_cost"].map((field) => [field, first[field]]);
  const present = [...plain, ...raised].filter(([, value]) => value !== undefined);
  return { ...row, ...Object.fromEntries(present) };
}

function unpriced(row: Row, field: string): Fault {
  const other = Object.keys(row).find((name) =>
    /cost_per_(second|character|image|video|session)/.test(name),
  );
  const reason = other
    ? `It is priced by ${other}, and a plan's API price is for tokens.`
    : "It has no such price.";
  const mend = other?.endsWith("_second")
    ? "Enter it as a cloud rental by the hour."
    : "Enter the price of a token, or an offer of your own.";
  return { field: other ?? field, value: other ? row[other] : undefined, fault: { reason, mend } };
}

/** Prices that an API option has no field for, said so that nobody takes the rest for all. */
function notTaken(row: Row, used: ReadonlySet<string>): string {
  const others = Object.keys(row).filter(
    (field) =>
      (/cost/.test(field) && !taken.includes(field) && !used.has(field)) ||
      (field === "tiered_pricing" && Array.isArray(row[field]) && row[field].length > 2),
  );
  if (others.length === 0) return "";
  const text = `Not taken: ${others.join(", ")}.`;
  return text.length > 500 ? `${text.slice(0, 499)}…` : text;
}
