import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { MemoDocument } from "./memo-document";

const drawn = (text: string, plain = false) =>
  renderToStaticMarkup(createElement(MemoDocument, { text, plain }));

it("draws headings, tables and lists, the title under the card's own", () => {
  const memo =
    "# Award memo: Order\n\n## Decision\n\n- Oriel gets 3.\n\n| | Oriel |\n| --- | ---: |\n| Total | $3 |";
  expect(drawn(memo)).toMatch(/<h3[^>]*>Award memo: Order<\/h3>.*<h4[^>]*>Decision<\/h4>/s);
  expect(drawn(memo)).toMatch(/<li>Oriel gets 3\.<\/li>/);
  expect(drawn(memo)).toMatch(/<td style="text-align:right"[^>]*>\$3<\/td>/);
  expect(drawn(memo, true)).toContain("<h1>Award memo: Order</h1>");
});

it.each([true, false])(
  "never makes HTML of HTML, an image of an address or a script of a link",
  (plain) => {
    const hostile = [
      "<script>alert(1)</script>",
      'before <img src=x onerror="alert(1)"> after',
      "![pixel](https://elsewhere.example/p.png)",
      "[press](javascript:alert(1))",
    ].join("\n\n");
    const page = drawn(hostile, plain);
    expect(page).not.toMatch(/<script|<img|<iframe|href="javascript:|elsewhere/);
    expect(page).toContain("&lt;script&gt;");
  },
);
