import { posix } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { SaxesParser } from "saxes";

/** A part of a package as a reader of XML sees it. */
export type XmlPart = {
  readonly elements: readonly {
    readonly name: string;
    readonly attributes: Readonly<Record<string, string>>;
  }[];
  /** The words of each element that has some, by its name. */
  readonly texts: readonly { readonly name: string; readonly text: string }[];
};

export type ReadDeck = {
  readonly parts: ReadonlyMap<string, XmlPart>;
  readonly files: Readonly<Record<string, Uint8Array>>;
  /** Names of parts that something leads to and that are not there. */
  readonly lost: readonly string[];
  /** In the order in which they are shown. */
  readonly slides: readonly ReadSlide[];
};

export type ReadSlide = {
  readonly title: string;
  readonly words: readonly string[];
  readonly notes: readonly string[];
  readonly charts: readonly string[];
  readonly boxes: readonly { left: number; top: number; right: number; bottom: number }[];
};

/** Throws where a part is not well-formed. */
export function readXml(text: string): XmlPart {
  const parser = new SaxesParser();
  const elements: { name: string; attributes: Record<string, string> }[] = [];
  const texts: { name: string; text: string }[] = [];
  const open: { name: string; text: string }[] = [];
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    elements.push({ name, attributes: attributes as Record<string, string> });
    open.push({ name, text: "" });
  });
  parser.on("text", (found) => {
    const last = open.at(-1);
    if (last) last.text += found;
  });
  parser.on("closetag", () => {
    const closed = open.pop();
    if (closed && closed.text !== "") texts.push(closed);
  });
  parser.write(text).close();
  return { elements, texts };
}

export function readDeck(bytes: Uint8Array): ReadDeck {
  const files = unzipSync(bytes);
  const parts = new Map(
    Object.entries(files)
      .filter(([name]) => /\.(xml|rels)$/.test(name))
      .map(([name, part]) => [name, readXml(strFromU8(part))]),
  );
  const names = [...parts.keys()].filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name));
  const numberOf = (name: string) => Number(/\d+/.exec(posix.basename(name))?.[0]);
  return {
    ...{ parts, files, lost: lostParts(parts, files) },
    slides: names
      .toSorted((a, b) => numberOf(a) - numberOf(b))
      .map((name) => readSlide(name, parts)),
  };
}

function targetsOf(name: string, part: XmlPart): readonly string[] {
  const folder = posix.dirname(posix.dirname(name));
  return part.elements.flatMap(({ name: element, attributes }) =>
    element === "Relationship" && attributes.TargetMode !== "External"
      ? [posix.resolve("/", folder, attributes.Target ?? "").slice(1)]
      : [],
  );
}

const lostParts = (parts: ReadDeck["parts"], files: ReadDeck["files"]): readonly string[] => {
  const targets = [...parts].flatMap(([name, part]) =>
    name.endsWith(".rels") ? targetsOf(name, part) : [],
  );
  const typed = (parts.get("[Content_Types].xml")?.elements ?? []).flatMap(({ attributes }) =>
    attributes.PartName === undefined ? [] : [attributes.PartName.slice(1)],
  );
  return [...targets, ...typed].filter((name) => !(name in files));
};

const wordsIn = (part: XmlPart | undefined) =>
  (part?.texts ?? []).filter(({ name }) => name === "a:t").map(({ text }) => text);

function readSlide(name: string, parts: ReadDeck["parts"]): ReadSlide {
  const part = parts.get(name);
  const file = posix.basename(name);
  const rels = parts.get(`ppt/slides/_rels/${file}.rels`);
  const targets = rels ? targetsOf(`ppt/slides/_rels/${file}.rels`, rels) : [];
  const notes = targets.find((target) => target.includes("notesSlide"));
  return {
    title: wordsIn(part)[1] ?? "",
    words: wordsIn(part),
    notes: wordsIn(parts.get(notes ?? "")),
    charts: targets.filter((target) => target.startsWith("ppt/charts/")),
    boxes: boxesOf(part),
  };
}

/** In points; a table's frame too. */
function boxesOf(part: XmlPart | undefined) {
  const emuInPoint = 12_700;
  const placed = (part?.elements ?? []).filter(({ name }) => name === "a:off" || name === "a:ext");
  return placed.flatMap(({ name, attributes }, at) => {
    const size = placed[at + 1];
    if (name !== "a:off" || size?.name !== "a:ext") return [];
    const [left, top] = [Number(attributes.x) / emuInPoint, Number(attributes.y) / emuInPoint];
    return [
      {
        ...{ left, top },
        right: left + Number(size.attributes.cx) / emuInPoint,
        bottom: top + Number(size.attributes.cy) / emuInPoint,
      },
    ];
  });
}
