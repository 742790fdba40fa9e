import { createParser, parseAsString, parseAsStringLiteral } from "nuqs";
import { readChanges, readFigureRef, writeChanges, writeFigureRef } from "./address";

/** The names and forms of what the workspace keeps in the address. */
export const workspaceParsers = {
  scenario: parseAsString,
  set: createParser({
    parse: (text: string) => readChanges(text),
    serialize: writeChanges,
    eq: (a, b) => writeChanges(a) === writeChanges(b),
  }).withDefault([]),
  view: parseAsStringLiteral(["cash", "accrual"]).withDefault("cash"),
};

export const openParser = createParser({
  parse: readFigureRef,
  serialize: writeFigureRef,
  eq: (a, b) => writeFigureRef(a) === writeFigureRef(b),
});
