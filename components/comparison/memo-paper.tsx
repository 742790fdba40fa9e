import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { MemoDocument } from "./memo-document";

const paper = `
@page { size: A4; margin: 16mm 14mm; }
body { margin: 0; color: #000; background: #fff; font: 10pt/1.4 Inter, ui-sans-serif, system-ui, sans-serif; }
h1 { margin: 0 0 2mm; font-size: 17pt; line-height: 1.2; }
h2 { margin: 7mm 0 2mm; padding-bottom: 1mm; border-bottom: 0.5pt solid #888; font-size: 12.5pt; }
h3 { margin: 4mm 0 1mm; font-size: 10.5pt; }
h1, h2, h3 { break-after: avoid; }
blockquote { margin: 0 0 4mm; padding: 2mm 3mm; border: 0.5pt solid #000; font-weight: 600; }
blockquote p { margin: 0; }
p, ul, ol { margin: 0 0 2mm; }
ul, ol { padding-left: 5mm; }
table { width: 100%; border-collapse: collapse; font-size: 7.5pt; line-height: 1.3; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { padding: 0.8mm 1.2mm; border-bottom: 0.4pt solid #bbb; vertical-align: top; overflow-wrap: anywhere; }
th { border-bottom-color: #555; vertical-align: bottom; }
`;

/** Prints the memo alone, without the page around it: from a frame that is gone once the dialog is closed. */
export function printMemo(title: string, text: string): void {
  const frame = document.createElement("iframe");
  frame.style.display = "none";
  frame.title = title;
  document.body.append(frame);
  const inside = frame.contentWindow as (Window & typeof globalThis) | null;
  if (!inside) {
    frame.remove();
    return;
  }
  inside.document.title = title;
  const sheet = new inside.CSSStyleSheet();
  sheet.replaceSync(paper);
  inside.document.adoptedStyleSheets = [sheet];
  const end = drawn(inside.document.body, text);
  inside.addEventListener("afterprint", () => {
    end();
    frame.remove();
  });
  inside.print();
}

/** Formatted for a mail or a word processor, and as Markdown for what takes text alone. */
export async function copyMemo(text: string): Promise<void> {
  const box = document.createElement("div");
  const end = drawn(box, text);
  const html = box.innerHTML;
  end();
  const blob = (type: string, part: string) => new Blob([part], { type });
  await navigator.clipboard.write([
    new ClipboardItem({
      "text/plain": blob("text/plain", text),
      "text/html": blob("text/html", html),
    }),
  ]);
}

function drawn(box: Element, text: string): () => void {
  const root = createRoot(box);
  flushSync(() => root.render(<MemoDocument text={text} plain />));
  return () => root.unmount();
}
