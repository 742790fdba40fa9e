import type { JSONContent } from "@tiptap/react";
import type { RichParagraph, RichRun, RichText } from "@/lib/schemas/rich-text";

const listTypes = { bullet: "bulletList", numbered: "orderedList" } as const;

/** A text as the editor holds it. */
export function docOf(text: RichText): JSONContent {
  const content: JSONContent[] = [];
  for (const paragraph of text) {
    if (paragraph.style === "plain" || paragraph.style === "heading") {
      content.push(nodeOf(paragraph));
      continue;
    }
    const type = listTypes[paragraph.style];
    const item = { type: "listItem", content: [nodeOf({ ...paragraph, style: "plain" })] };
    const last = content.at(-1);
    if (last?.type === type) last.content?.push(item);
    else content.push({ type, content: [item] });
  }
  return { type: "doc", content: content.length > 0 ? content : [{ type: "paragraph" }] };
}

function nodeOf({ style, runs }: RichParagraph): JSONContent {
  const content = runs.map(inlineOf);
  return style === "heading"
    ? { type: "heading", attrs: { level: 3 }, content }
    : { type: "paragraph", content };
}

function inlineOf(run: RichRun): JSONContent {
  if (run.kind === "figure") return { type: "figure", attrs: { key: run.key, label: run.label } };
  const marks = [
    ...(run.bold ? [{ type: "bold" }] : []),
    ...(run.italic ? [{ type: "italic" }] : []),
    ...(run.href ? [{ type: "link", attrs: { href: run.href } }] : []),
  ];
  return { type: "text", text: run.text, ...(marks.length > 0 && { marks }) };
}

/** What the editor holds as a text; empty paragraphs are left out. */
export function richTextOf(doc: JSONContent): RichText {
  return (doc.content ?? [])
    .flatMap((node): RichText => {
      if (node.type === "bulletList") return itemsOf(node, "bullet");
      if (node.type === "orderedList") return itemsOf(node, "numbered");
      return [{ style: node.type === "heading" ? "heading" : "plain", runs: runsOf(node) }];
    })
    .filter(({ runs }) => runs.length > 0);
}

/** A list inside a list becomes items of the outer one. */
function itemsOf(list: JSONContent, style: "bullet" | "numbered"): RichText {
  return (list.content ?? []).flatMap((item) =>
    (item.content ?? []).flatMap((node) =>
      node.type === "bulletList" || node.type === "orderedList"
        ? itemsOf(node, style)
        : [{ style, runs: runsOf(node) }],
    ),
  );
}

const safeAddress = /^(https:\/\/|mailto:)\S{1,490}$/;

function runsOf(node: JSONContent): RichRun[] {
  return (node.content ?? []).flatMap((inline): RichRun[] => {
    if (inline.type === "figure")
      return [
        { kind: "figure", key: String(inline.attrs?.key), label: String(inline.attrs?.label) },
      ];
    // A line broken by hand stays one paragraph.
    const text = inline.type === "hardBreak" ? " " : (inline.text ?? "");
    if (text === "") return [];
    const marked = (type: string) => inline.marks?.find((mark) => mark.type === type);
    const href: unknown = marked("link")?.attrs?.href;
    return [
      {
        ...{ kind: "text", text },
        ...(marked("bold") && { bold: true }),
        ...(marked("italic") && { italic: true }),
        ...(typeof href === "string" && safeAddress.test(href) && { href }),
      },
    ];
  });
}
