import { withMarks } from "./scope";

/** Exact text, thousands apart, a lone decimal as two: "-1330400.50" is "−1,330,400.50". Never goes through a binary fraction. */
export function exactAmount(text: string): string {
  const [whole = "", fraction] = text.replace(/^-/, "").replace(/\.\d$/, "$&0").split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ",");
  const sign = text.startsWith("-") ? "\u2212" : "";
  return `${sign}${withMarks(`${grouped}${fraction === undefined ? "" : `.${fraction}`}`)}`;
}

/** A share as its percentage, without the sign: "0.035" is "3.5". Moves the point alone. */
export function exactPercent(fraction: string): string {
  const [whole = "0", rest = ""] = fraction.split(".");
  const digits = rest.padEnd(2, "0");
  const percent = `${whole}${digits.slice(0, 2)}`.replace(/^0+(?=\d)/, "");
  const decimals = digits.slice(2).replace(/0+$/, "");
  return decimals ? withMarks(`${percent}.${decimals}`) : percent;
}
