import * as z from "zod/mini";
import { figure } from "./figure";

/** Racks, and what the site has room for. */
export const siteTerms = {
  serversPerRack: z.optional(
    figure({
      label: "Servers a rack",
      unit: "count",
      min: 1,
      max: 100,
      integer: true,
      emptyMeans: "no limit",
    }),
  ),
  rackPower: z.optional(
    figure({
      label: "Power, a rack",
      unit: "kilowatts",
      min: 0.1,
      max: 10_000,
      emptyMeans: "no limit",
      help: "Maximum draw that a rack may have.",
    }),
  ),
  rackPrice: z.optional(
    figure({
      label: "Rack price",
      unit: "moneyPerRack",
      min: 0,
      max: 10_000_000,
      maxDecimals: 4,
      emptyMeans: "none",
      help: "Paid once for each rack, with its power distribution.",
    }),
  ),
  rackRent: z.optional(
    figure({
      label: "Rack rent",
      unit: "moneyPerRackMonth",
      min: 0,
      max: 1_000_000,
      emptyMeans: "none",
    }),
  ),
  sitePower: z.optional(
    figure({
      label: "Power of the site",
      unit: "kilowatts",
      min: 0,
      max: 10_000_000,
      emptyMeans: "no limit",
      help: "What is there for the whole site: maximum draw with PUE.",
    }),
  ),
};
