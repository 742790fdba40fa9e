import * as z from "zod/mini";

/** Refuses rows of which two go by one name, and says which name. */
export const unrepeated = <Row>(nameOf: (row: Row) => string, sentence: (name: string) => string) =>
  z.check<Row[]>(({ value, issues }) => {
    const seen = new Set<string>();
    const twice = value.map(nameOf).find((name) => seen.size === seen.add(name).size);
    if (twice !== undefined)
      issues.push({ code: "custom", message: sentence(twice), input: value });
  });
