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

/** File systems take about 255 bytes, and four names may come together. */
const longestPart = 50;

/** "Claims assistant" and "cumulative-cost" make "claims-assistant-cumulative-cost.csv". */
export function fileName(parts: readonly (string | undefined)[], extension: string): string {
  return `${parts
    .map((part) => slug(part ?? ""))
    .filter((part) => part !== "")
    .join("-")}.${extension}`;
}

function slug(name: string): string {
  return name
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, longestPart)
    .replace(/^-+|-+$/g, "");
}
