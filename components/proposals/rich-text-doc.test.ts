import { expect, it } from "vitest";
import { type RichText, richText } from "@/lib/schemas/rich-text";
import { docOf, richTextOf } from "./rich-text-doc";

const text: RichText = [
  { style: "heading", runs: [{ kind: "text", text: "Why now" }] },
  {
    style: "plain",
    runs: [
      { kind: "text", text: "It costs " },
      { kind: "figure", key: "total:api", label: "Total, Managed API" },
      { kind: "text", text: ", at most", bold: true, italic: true },
      { kind: "text", text: "source", href: "https://example.org/a" },
    ],
  },
  { style: "bullet", runs: [{ kind: "text", text: "one" }] },
  { style: "bullet", runs: [{ kind: "text", text: "two" }] },
  { style: "numbered", runs: [{ kind: "text", text: "first" }] },
];

it("comes back from the editor as it went in", () => {
  expect(richTextOf(docOf(text))).toEqual(text);
  expect(richTextOf(docOf([]))).toEqual([]);
});

it("keeps no address that could run, and flattens what a text has no words for", () => {
  const found = richTextOf({
    type: "doc",
    content: [
      {
        type: "paragraph",
        content: [
          {
            ...{ type: "text", text: "press" },
            marks: [{ type: "link", attrs: { href: "javascript:alert(1)" } }],
          },
          { type: "hardBreak" },
          { type: "text", text: "here" },
        ],
      },
      {
        type: "bulletList",
        content: [
          {
            type: "listItem",
            content: [
              { type: "paragraph", content: [{ type: "text", text: "outer" }] },
              {
                type: "orderedList",
                content: [
                  {
                    type: "listItem",
                    content: [{ type: "paragraph", content: [{ type: "text", text: "inner" }] }],
                  },
                ],
              },
            ],
          },
        ],
      },
    ],
  });
  expect(
    found.map(({ style, runs }) => [style, runs.map((run) => "text" in run && run.text)]),
  ).toEqual([
    ["plain", ["press", " ", "here"]],
    ["bullet", ["outer"]],
    ["bullet", ["inner"]],
  ]);
  expect(JSON.stringify(found)).not.toContain("javascript");
  expect(richText.safeParse(found).success).toBe(true);
});
