/** A cell that a spreadsheet would run as a formula gets an apostrophe in front. */
const startsFormula = /^[=+\-@\t\r]/;

export const withoutFormula = (text: string): string =>
  startsFormula.test(text) ? `'${text}` : text;

/** One cell of a CSV file. */
export const csvCell = (text: string): string =>
  /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

/** One cell for the clipboard: each row stays on one line. */
export const tsvCell = (text: string): string => text.replace(/[\t\r\n]+/g, " ");
