import { dateText, money, numberFixed, usualFormats, withFormats } from "@/lib/format";
import { currencyStyles, dateStyles, type Formats, numberStyles } from "@/lib/schemas/formats";

const currencyNames: Record<Formats["currency"], string> = {
  symbol: "Symbol, $1.20M",
  code: "Code, USD 1.20M",
};

const named = <T extends string>(values: readonly T[], text: (value: T) => string) =>
  values.map((value) => ({ value, label: text(value) }));

/** What can be chosen, each shown as it reads. */
export const formatChoices = {
  numbers: named(numberStyles, (numbers) =>
    withFormats({ ...usualFormats, numbers }, () => numberFixed(1234.56, 2)),
  ),
  dates: named(dateStyles, (dates) =>
    withFormats({ ...usualFormats, dates }, () => dateText("2026-11-20")),
  ),
  currency: named(currencyStyles, (style) => currencyNames[style]),
} as const;

/** "1,234.56; 20 Nov 2026; $1.20M". */
export const formatsSummary = (formats: Formats): string =>
  withFormats(formats, () =>
    [numberFixed(1234.56, 2), dateText("2026-11-20"), money(1_200_000, "USD")].join("; "),
  );
