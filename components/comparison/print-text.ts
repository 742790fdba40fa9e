/** Prints a text alone, without the page around it: from a frame that is gone once the dialog is closed. */
export function printText(title: string, text: string): void {
  const frame = document.createElement("iframe");
  frame.style.display = "none";
  frame.title = title;
  document.body.append(frame);
  const inside = frame.contentWindow;
  if (!inside) {
    frame.remove();
    return;
  }
  inside.document.title = title;
  const block = inside.document.createElement("pre");
  block.textContent = text;
  Object.assign(block.style, {
    whiteSpace: "pre-wrap",
    fontFamily: "ui-monospace, monospace",
    fontSize: "10pt",
  });
  inside.document.body.append(block);
  inside.addEventListener("afterprint", () => frame.remove());
  inside.print();
}
