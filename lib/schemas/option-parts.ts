import * as z from "zod/mini";
import { currencyCode } from "./currency-code";
import { figure } from "./figure";
import { text } from "./text";

export const label = text(120);

export const staffFte = figure({
  label: "Staff",
  unit: "fullTimeEquivalents",
  min: 0,
  max: 1000,
  help: "Full-time equivalents who run it.",
});

/** Of every amount of the option; absent is the plan's. */
export const ownCurrency = z.optional(currencyCode);
