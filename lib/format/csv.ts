/** A spreadsheet runs what begins so as a formula; an apostrophe of the text's own does not hide it. */
const startsFormula = /^'*(?:[\t\r\n]|\s*[=+\-@\uff1d\uff0b\uff0d\uff20])/;

/** An apostrophe in front keeps it text. */
export const withoutFormula = (text: string): string =>
  startsFormula.test(text) ? `'${text}` : text;

/** One cell of a CSV file. */
export const csvCell = (text: string): string =>
  /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

/** One row of a CSV file. */
export const csvRow = (cells: readonly string[]): string => `${cells.map(csvCell).join(",")}\r\n`;

/** One cell for the clipboard: each row stays on one line. */
export const tsvCell = (text: string): string => text.replace(/[\t\r\n]+/g, " ");
