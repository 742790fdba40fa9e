export const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
export const spreadsheetNamespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};
/** XML holds no control characters but three, not even escaped. */
const unwritable = /[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu;
const plain = /^[ !#-%'-;=?-~]*$/;

export const xmlText = (text: string): string =>
  plain.test(text)
    ? text
    : text.replace(unwritable, "").replace(/[&<>"]/g, (found) => entities[found] ?? "");

/** A text as a cell's content: text is always text, whatever it begins with. */
export const inlineText = (text: string): string =>
  `<is><t xml:space="preserve">${xmlText(text)}</t></is>`;
