/** Exact text, thousands apart, a lone decimal as two: "-1330400.50" is "−1,330,400.50". Never goes through a binary fraction. */
export function exactAmount(text: string): string {
  const [whole = "", fraction] = text.replace(/^-/, "").replace(/\.\d$/, "$&0").split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ",");
  const sign = text.startsWith("-") ? "\u2212" : "";
  return `${sign}${grouped}${fraction === undefined ? "" : `.${fraction}`}`;
}
