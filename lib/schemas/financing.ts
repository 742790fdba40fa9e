import * as z from "zod/mini";
import { figure } from "./figure";

const termMonths = figure({
  label: "Term",
  unit: "months",
  min: 1,
  max: 120,
  integer: true,
  slider: [12, 60],
});

/** Servers and network on credit; installation is paid in cash. */
const loan = z.strictObject({
  kind: z.literal("loan"),
  aprFraction: figure({
    label: "Rate of the loan",
    unit: "fractionPerYear",
    min: 0,
    max: 1,
    slider: [0, 0.2],
    help: "Nominal a year, a twelfth a month; level payments at the end of each month.",
  }),
  termMonths,
  downPaymentFraction: figure({
    label: "Down payment",
    unit: "fraction",
    min: 0,
    max: 1,
    help: "Share of the price of servers and network, paid on delivery.",
  }),
});

export const leaseEnds = ["return", "buyout"] as const;
export type LeaseEnd = (typeof leaseEnds)[number];

/** Servers and network rented from a lessor, paid at the start of each month of the term. */
const lease = z.strictObject({
  kind: z.literal("lease"),
  termMonths,
  payment: z.optional(
    figure({
      label: "Lease payment",
      unit: "moneyPerServerMonth",
      min: 0,
      max: 10_000_000,
      emptyMeans: "from the rate",
      help: "A server with its network, as the lessor offers it.",
    }),
  ),
  rateFraction: z.optional(
    figure({
      label: "Rate of the lease",
      unit: "fractionPerYear",
      min: 0,
      max: 1,
      emptyMeans: "0%",
      help: "Where no payment is given: level payments on the price less its residual.",
    }),
  ),
  residualFraction: z.optional(
    figure({
      label: "Residual in the lease",
      unit: "fraction",
      min: 0,
      max: 1,
      emptyMeans: "none",
      help: "Share of the price that the payments leave to the lessor.",
    }),
  ),
  atEnd: z.enum(leaseEnds),
  buyoutFraction: z.optional(
    figure({
      label: "Buyout",
      unit: "fraction",
      min: 0,
      max: 1,
      emptyMeans: "the residual in the lease",
      help: "Share of the price that is paid at the end of the term.",
    }),
  ),
});

/** How servers and network are paid for; in cash where absent. */
export const financing = z.discriminatedUnion("kind", [loan, lease]);
export type Financing = z.infer<typeof financing>;
