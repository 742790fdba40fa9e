import { strFromU8, unzipSync } from "fflate";
import { SaxesParser } from "saxes";

export type CellRead = {
  readonly formula: string | null;
  /** What the file says it comes to: a number, a text, or null where it says nothing. */
  readonly value: number | string | null;
  readonly isText: boolean;
};

export type BookRead = {
  /** Paths of everything in the file. */
  readonly parts: readonly string[];
  readonly xml: (path: string) => string;
  /** In their order. */
  readonly sheets: readonly {
    readonly name: string;
    readonly cells: ReadonlyMap<string, CellRead>;
  }[];
  readonly names: readonly { readonly name: string; readonly refersTo: string }[];
};

/** A workbook as another program wrote or reads it; throws where its XML is not well formed. */
export function readBook(bytes: Uint8Array): BookRead {
  const parts = unzipSync(bytes);
  const xml = (path: string) => {
    const part = parts[path];
    if (!part) throw new Error(`The file has no ${path}.`);
    return strFromU8(part);
  };
  for (const path of Object.keys(parts)) if (/\.(xml|rels)$/.test(path)) parsed(xml(path), {});
  const strings: string[] = [];
  if (parts["xl/sharedStrings.xml"]) {
    parsed(xml("xl/sharedStrings.xml"), {
      open: (name) => void (name === "si" && strings.push("")),
      text: (name, text) => {
        if (name === "t") strings[strings.length - 1] += text;
      },
    });
  }
  const names: { name: string; refersTo: string }[] = [];
  const listed: { name: string; id: string }[] = [];
  parsed(xml("xl/workbook.xml"), {
    open: (name, attributes) => {
      if (name === "sheet")
        listed.push({ name: attributes.name ?? "", id: attributes["r:id"] ?? "" });
      if (name === "definedName") names.push({ name: attributes.name ?? "", refersTo: "" });
    },
    text: (name, text) => {
      const last = names.at(-1);
      if (name === "definedName" && last) last.refersTo += text;
    },
  });
  const targets = new Map<string, string>();
  parsed(xml("xl/_rels/workbook.xml.rels"), {
    open: (name, { Id = "", Target = "" }) => {
      if (name === "Relationship") targets.set(Id, `xl/${Target.replace(/^\/xl\//, "")}`);
    },
  });
  const sheets = listed.map(({ name, id }) => ({
    name,
    cells: cellsOf(xml(targets.get(id) ?? ""), strings),
  }));
  return { parts: Object.keys(parts), xml, sheets, names };
}

type Handlers = {
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly close?: (name: string) => void;
  readonly text?: (name: string, text: string) => void;
};

function parsed(xml: string, { open, close, text }: Handlers): void {
  const path: string[] = [];
  const parser = new SaxesParser();
  parser.on("opentag", ({ name, attributes }) => {
    path.push(name);
    open?.(name, attributes);
  });
  parser.on("closetag", ({ name }) => {
    close?.(name);
    path.pop();
  });
  parser.on("text", (said) => text?.(path.at(-1) ?? "", said));
  parser.on("error", (error) => {
    throw error;
  });
  parser.write(xml).close();
}

function cellsOf(xml: string, strings: readonly string[]): Map<string, CellRead> {
  const cells = new Map<string, CellRead>();
  let at = { address: "", type: "" };
  const held = new Map<string, string>();
  parsed(xml, {
    open: (name, { r = "", t = "" }) => {
      if (name !== "c") return;
      at = { address: r, type: t };
      held.clear();
    },
    text: (name, text) => void held.set(name, (held.get(name) ?? "") + text),
    close: (name) => {
      if (name !== "c") return;
      const { address, type } = at;
      const said = type === "inlineStr" ? held.get("t") : held.get("v");
      const isText = ["inlineStr", "s", "str"].includes(type);
      const text = type === "s" ? strings[Number(said)] : said;
      const value = text === undefined ? null : isText || type === "e" ? text : Number(text);
      cells.set(address, { formula: held.get("f") ?? null, value, isText });
    },
  });
  return cells;
}
