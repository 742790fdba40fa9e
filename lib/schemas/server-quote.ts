import * as z from "zod/mini";
import { figure, isoDate } from "./figure";
import { storableText, text } from "./text";

const signedMoney = { maxDecimals: 4 } as const;

/** A supplier's offer as typed in. Prices per server, in the plan's currency, at most 4 decimals. */
export const serverQuote = z
  .strictObject({
    supplierName: z
      .string()
      .check(z.trim(), z.minLength(1, "Name the supplier."), z.maxLength(120), storableText),
    number: text(80),
    quotedOn: isoDate,
    validUntil: isoDate,
    serverPrice: figure({
      label: "Server price",
      unit: "moneyPerServer",
      min: 0,
      max: 100_000_000,
      ...signedMoney,
    }),
    networkPrice: figure({
      label: "Network, a server",
      unit: "moneyPerServer",
      min: 0,
      max: 100_000_000,
      ...signedMoney,
    }),
    installationPrice: figure({
      label: "Installation, a server",
      unit: "moneyPerServer",
      min: 0,
      max: 100_000_000,
      ...signedMoney,
    }),
  })
  .check(
    z.check(({ value: { quotedOn, validUntil }, issues }) => {
      if (validUntil >= quotedOn) return;
      const message = `Valid until is ${validUntil}, before the quote’s own date, ${quotedOn}. Correct one of the two.`;
      issues.push({ code: "custom", message, path: ["validUntil"], input: validUntil });
    }),
  );
export type ServerQuote = z.infer<typeof serverQuote>;
