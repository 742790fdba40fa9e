import apiEconomicsCases from "../../golden/api-economics.json";
import cloudOrOwnedCases from "../../golden/cloud-or-owned.json";
import costPerTokenCases from "../../golden/cost-per-token.json";
import curvesCases from "../../golden/curves.json";
import defaultsCases from "../../golden/defaults.json";
import financeCases from "../../golden/finance.json";
import trainingCases from "../../golden/training.json";
import { apiEconomics } from "./api-economics";
import { cloudOrOwned } from "./cloud-or-owned";
import { costPerToken } from "./cost-per-token";
import { curves } from "./curves";
import { defaults } from "./defaults";
import { finance } from "./finance";
import type { Workings } from "./plans";
import { training } from "./training";

/** One figure that a source prints, or that follows from what it prints, and ours for it. */
export type PublishedResult = {
  readonly name: string;
  readonly what: string;
  readonly unit: string;
  readonly published: number;
  readonly ours: number;
  /** Largest difference allowed: half of the last printed digit, unless a note says otherwise. */
  readonly within: number;
  /** A whole plan, checked by the schema and projected, or a formula of the engine alone. */
  readonly how: "plan" | "function";
  /** `derived` is arithmetic from what the source prints, `memory` was recalled and not read again. */
  readonly basis: "printed" | "derived" | "memory";
  readonly note: string | null;
};

export type PublishedCase = {
  readonly name: string;
  /** Of the collection of published cases that these are taken from; one id may hold several cases. */
  readonly id: string;
  readonly title: string;
  readonly source: string;
  readonly url: string | null;
  readonly note: string | null;
  readonly results: () => readonly PublishedResult[];
};

type Expected = Readonly<
  Record<
    string,
    {
      readonly what: string;
      readonly unit: string;
      readonly value: number;
      readonly within: number;
      readonly how: string;
      readonly basis: string;
      readonly note?: string;
    }
  >
>;
type CaseData = {
  readonly id: string;
  readonly title: string;
  readonly source: string;
  readonly url?: string;
  readonly note?: string;
  readonly inputs: unknown;
  readonly expected: object;
};
type Group = Readonly<Record<string, CaseData>>;

function casesOf<Cases extends Group>(cases: Cases, workings: Workings<Cases>): PublishedCase[] {
  return Object.entries(cases).map(([name, { id, title, source, url, note, ...data }]) => ({
    name,
    id,
    title,
    source,
    url: url ?? null,
    note: note ?? null,
    results: () => resultsOf(data.expected as Expected, workings[name]?.(data.inputs as never)),
  }));
}

function resultsOf(
  expected: Expected,
  ours: Readonly<Record<string, number>> | undefined,
): PublishedResult[] {
  return Object.entries(expected).map(([name, { value, how, basis, note, ...result }]) => ({
    ...result,
    name,
    published: value,
    ours: ours?.[name] ?? Number.NaN,
    how: how as PublishedResult["how"],
    basis: basis as PublishedResult["basis"],
    note: note ?? null,
  }));
}

export const publishedCases: readonly PublishedCase[] = [
  ...casesOf(costPerTokenCases, costPerToken),
  ...casesOf(apiEconomicsCases, apiEconomics),
  ...casesOf(cloudOrOwnedCases, cloudOrOwned),
  ...casesOf(curvesCases, curves),
  ...casesOf(trainingCases, training),
  ...casesOf(financeCases, finance),
  ...casesOf(defaultsCases, defaults),
];
