import { type FieldSpec, type Figure, isMoneyUnit } from "@/lib/schemas/figure";
import type { LoadShape } from "@/lib/schemas/load-shape";
import type { ThroughputFront } from "@/lib/schemas/throughput-front";
import { catalog, catalogRecords } from "./index";
import { namedShapes } from "./load-shapes";
import { takenFigure } from "./own-record";
import type { CatalogSubject } from "./schema";
import { throughputFronts } from "./throughput-fronts";

const entries = new Map(catalog.map((entry) => [entry.id, entry]));

/**
 * What the shared catalog says where a plan's figure stands as it was taken from there: the catalog's own words
 * and range, nothing of the plan's. Null for any other figure, also for one that the catalog says otherwise by now.
 */
export function sharedFigure(
  { value, catalog: taken }: Figure,
  { unit }: FieldSpec,
  currency: string,
): Figure | null {
  if (!taken || value === null || value !== taken.value || taken.version.startsWith("own."))
    return null;
  const entry = entries.get(taken.entry);
  if (!entry || entry.unit !== unit || entry.figure.value !== value) return null;
  if (isMoneyUnit(unit) && (entry.subject.currency ?? "USD") !== currency) return null;
  return takenFigure(entry);
}

type SubjectText = "accelerator" | "model" | "provider" | "precision" | "servingEngine";
export type SharedNameKind = SubjectText | "conditions" | "device";

const subjects: readonly CatalogSubject[] = [
  ...catalogRecords.map(({ subject }) => subject),
  ...throughputFronts,
];

const subjectTexts = (key: SubjectText | "conditions") =>
  new Set(subjects.flatMap((subject) => subject[key] ?? []));

const sharedNames: Readonly<Record<SharedNameKind, ReadonlySet<string>>> = {
  accelerator: subjectTexts("accelerator"),
  model: subjectTexts("model"),
  provider: subjectTexts("provider"),
  precision: subjectTexts("precision"),
  servingEngine: subjectTexts("servingEngine"),
  conditions: subjectTexts("conditions"),
  device: new Set(
    catalogRecords.flatMap(({ kind, label }) => (kind === "edge-device" ? [label] : [])),
  ),
};

/** Whether the shared catalog calls something so, to the letter. */
export const isSharedName = (kind: SharedNameKind, text: unknown): text is string =>
  typeof text === "string" && sharedNames[kind].has(text);

const isEqual = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The named shape that has these hours, if one has. */
export const sharedShape = ({ weekday, weekend }: LoadShape): LoadShape | undefined =>
  namedShapes.find((one) => isEqual([one.weekday, one.weekend], [weekday, weekend]));

/** The measured points of the catalog that these are, if they are. */
export function sharedFront(front: ThroughputFront): ThroughputFront | undefined {
  const measured = ({ inputTokens, outputTokens, points }: ThroughputFront) =>
    [inputTokens, outputTokens, points.map(pointOf)] as const;
  const held = throughputFronts.find((one) => isEqual(measured(one), measured(front)));
  if (!held) return undefined;
  const { inputTokens, outputTokens, points, evidence, source, date, url } = held;
  return { inputTokens, outputTokens, points, evidence, source, date, ...(url && { url }) };
}

/** In one order of fields, whoever wrote it. */
const pointOf = (point: ThroughputFront["points"][number]) => [
  point.requestsAtOnce,
  point.timeToFirstTokenMilliseconds,
  point.timePerOutputTokenMilliseconds,
  point.outputTokensPerSecond,
];
