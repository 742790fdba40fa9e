import type * as z from "zod/mini";
import { currencyMend } from "./currency-mend";
import { type FieldSpec, missingWord } from "./figure";
import { plainLabel } from "./labels";
import { specOf } from "./paths";
import { listed, nearest, shownBounds, shownInput, shownNumber, shownValue } from "./shown";
import { elementOf, isRecord, kindOf, limitsOf, literalsOf, segmentOf, shapeOf } from "./walk";

/** What is wrong with one field: which (`options.cloud.rate`), and a sentence with the mend. */
export type InputIssue = { readonly path: string; readonly message: string };

type Schema = z.core.$ZodType;
type Issue = z.core.$ZodIssue;

/** The one sentence for a figure whose number will not do. */
export function figureSentence(
  spec: FieldSpec,
  value: unknown,
  end: "value" | "low" | "high" | "change" = "value",
  currency?: string,
): string {
  const label =
    end === "low" || end === "high" ? `${plainLabel(end).label} of ${spec.label}` : spec.label;
  const shown = typeof value === "number" ? shownValue(spec, value) : shownInput(value);
  const whole = spec.integer ? "a whole number from " : "";
  const decimals =
    spec.maxDecimals === undefined ? "" : `, with at most ${spec.maxDecimals} decimals`;
  const otherwise = {
    value: `, or leave it empty ${spec.emptyMeans ? `for ${spec.emptyMeans}` : `to mark it ${missingWord(spec.unit)}`}.`,
    low: ", or leave it out.",
    high: ", or leave it out.",
  };
  const ending = end === "change" ? "." : otherwise[end];
  return `${label} is ${shown}. Enter ${currencyMend(spec, value, currency)}${whole}${shownBounds(spec)}${decimals}${ending}`;
}

/** Where an issue lies: the schema and value there, the figure around it, and the path that names it. */
type Place = {
  readonly schema: Schema | undefined;
  readonly value: unknown;
  readonly field: string;
  readonly spec: FieldSpec | undefined;
  /** Part of the figure (`value`, `low`, `source`, ...) where the issue is inside one. */
  readonly part: string | undefined;
  readonly path: readonly string[];
};

function locate(root: Schema, input: unknown, keys: readonly PropertyKey[]): Place {
  let schema: Schema | undefined = root;
  let value = input;
  let spec = specOf(root);
  let part: string | undefined;
  const path: string[] = [];
  for (const key of keys) {
    if (spec) part = String(key);
    const element: Schema | undefined = schema && elementOf(schema);
    const row = Array.isArray(value) ? value[key as number] : undefined;
    path.push(element ? segmentOf(row, Number(key)) : String(key));
    schema = element ?? (schema && ownOf(shapeOf(schema, value), String(key)));
    value = isRecord(value) ? ownOf(value, String(key)) : row;
    spec = (schema && specOf(schema)) ?? spec;
  }
  const last = keys.at(-1);
  const named = part === "value" ? path.slice(0, -1) : path;
  return { schema, value, field: typeof last === "string" ? last : "", spec, part, path: named };
}

const ownOf = <T>(record: Readonly<Record<string, T>> | undefined, key: string): T | undefined =>
  record && Object.hasOwn(record, key) ? record[key] : undefined;

function plainNumberSentence(place: Place): string {
  const { label, unit = "" } = plainLabel(place.field);
  const { min = 0, max = 0, whole } = limitsOf(place.schema as Schema);
  const shown = shownInput(place.value) + (typeof place.value === "number" ? unit : "");
  const bounds = `${shownNumber(min)} to ${shownNumber(max)}${unit}`;
  return `${label} is ${shown}. Enter ${whole ? "a whole number from " : ""}${bounds}.`;
}

function labelOf({ spec, part, field, path }: Place): string {
  if (path.length === 0 && !spec) return "The input";
  if (!spec) return field === "" ? "This row" : plainLabel(field).label;
  return part === undefined || part === "value"
    ? spec.label
    : `${plainLabel(part).label} of ${spec.label}`;
}

function missingSentence(place: Place): string {
  const { spec, part } = place;
  const isNumber = spec && (part === undefined || part === "value");
  const nullOf = part === "value" ? "null" : "a value of null";
  const inFile = place.field === "" ? "" : ` (${place.field})`;
  return `${labelOf(place)}${inFile} is missing. Add it${isNumber ? `; ${nullOf} marks it ${missingWord(spec.unit)}` : ""}.`;
}

function unknownSentence(key: string, place: Place): string {
  const known = Object.keys((place.schema && shapeOf(place.schema, place.value)) ?? {});
  const near = nearest(key, known);
  const mend = near ? `Did you mean \u201c${near}\u201d?` : "Remove it.";
  const owner = place.spec?.label ?? (place.field && plainLabel(place.field).label);
  return `${shownInput(key)} is not a field${owner ? ` of ${owner}` : ""} that Loadline knows. ${mend}`;
}

function lengthSentence(place: Place): string {
  const { min, max } = limitsOf(place.schema as Schema);
  const size = (place.value as { length: number }).length;
  const things = Array.isArray(place.value) ? "rows" : "characters";
  const mend = max !== undefined && size > max ? `at most ${max}` : `at least ${min ?? 1}`;
  return `${labelOf(place)} has ${shownNumber(size)} ${things}. Use ${mend}.`;
}

/** What to write instead of a value of the wrong kind. */
function shapeSentence(place: Place): string {
  const said = `${labelOf(place)} is ${shownInput(place.value)}.`;
  if (place.spec && place.part === undefined)
    return `${said} Write it as {"value": 5, "evidence": "assumed"}.`;
  const kind = kindOf(place.schema as Schema);
  const mends: Partial<Record<typeof kind, string>> = {
    string: "Write it as text.",
    boolean: "Use true or false.",
    array: "Write it as a list.",
  };
  return `${said} ${mends[kind] ?? "Write it as a group of fields."}`;
}

const isCustomText = (issue: Issue) => issue.message !== "Invalid input" && issue.message !== "";

function sentence(issue: Issue, place: Place, currency: string | undefined): string {
  const { schema, value, spec, part } = place;
  if (value === undefined && issue.code !== "custom") return missingSentence(place);
  if (spec && (part === "value" || part === "low" || part === "high"))
    return figureSentence(spec, value, part, currency);
  if (issue.code === "invalid_value" || issue.code === "invalid_union")
    return choiceSentence(place, issue);
  if (schema && kindOf(schema) === "number") return plainNumberSentence(place);
  if (issue.code === "custom") return issue.message;
  if (isCustomText(issue)) return `${labelOf(place)} is ${shownInput(value)}. ${issue.message}`;
  if (issue.code === "too_big" || issue.code === "too_small") return lengthSentence(place);
  return shapeSentence(place);
}

function choiceSentence(place: Place, issue: Issue): string {
  const words =
    issue.code === "invalid_union"
      ? (issue as { options?: readonly unknown[] }).options
      : literalsOf(place.schema as Schema);
  return `${labelOf(place)} is ${shownInput(place.value)}. Use ${listed((words ?? []).map(String))}.`;
}

/** Turns what the schema found into sentences, one for each field, in the order of the fields. */
export function toIssues(
  root: Schema,
  input: unknown,
  issues: readonly Issue[],
  currency?: string,
): InputIssue[] {
  const said = new Map<string, string>();
  for (const issue of issues)
    for (const [path, message] of spoken(root, input, issue, currency))
      if (!said.has(path)) said.set(path, message);
  return Array.from(said, ([path, message]) => ({ path, message }));
}

function spoken(
  root: Schema,
  input: unknown,
  issue: Issue,
  currency: string | undefined,
): [string, string][] {
  const place = locate(root, input, issue.path);
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => [[...place.path, key].join("."), unknownSentence(key, place)]);
  return [[place.path.join("."), sentence(issue, place, currency)]];
}
