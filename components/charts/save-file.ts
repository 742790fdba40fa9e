/** Hands a file to the browser to keep. */
export function saveFile(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The download has read the address once this turn of the event loop is over.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** "Claims assistant" and "cumulative-cost" make "claims-assistant-cumulative-cost.csv". */
export function fileName(plan: string, view: string, extension: string): string {
  const slug = plan
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  return `${slug ? `${slug}-` : ""}${view}.${extension}`;
}
