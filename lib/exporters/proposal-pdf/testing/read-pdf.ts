import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

export type ReadPdf = {
  /** The words of each page, one after the other. */
  readonly pages: readonly string[];
  readonly sizes: readonly { readonly width: number; readonly height: number }[];
  /** Where each link of a page leads: an address, or the number of a page. */
  readonly links: readonly (readonly (string | number)[])[];
  readonly outline: readonly string[];
  readonly info: Readonly<Record<string, unknown>>;
};

/** A PDF as a reader of it sees it, by another library than the one that made it. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({ data: bytes.slice(), useSystemFonts: true, verbosity: 0 });
  const file = await task.promise;
  const numberOf = async (destination: unknown) => {
    const place = typeof destination === "string" ? await file.getDestination(destination) : null;
    return place ? (await file.getPageIndex(place[0])) + 1 : 0;
  };
  const numbers = Array.from({ length: file.numPages }, (_, index) => index + 1);
  const pages = await Promise.all(numbers.map((number) => file.getPage(number)));
  const texts = await Promise.all(pages.map((page) => page.getTextContent()));
  const annotations = await Promise.all(pages.map((page) => page.getAnnotations()));
  const read = {
    pages: texts.map(({ items }) =>
      items.map((item) => ("str" in item ? item.str + (item.hasEOL ? "\n" : "") : "")).join(""),
    ),
    sizes: pages.map((page) => {
      const { width, height } = page.getViewport({ scale: 1 });
      return { width: Math.round(width), height: Math.round(height) };
    }),
    links: await Promise.all(
      annotations.map((all) =>
        Promise.all(all.map(async ({ url, dest }) => url ?? (await numberOf(dest)))),
      ),
    ),
    outline: ((await file.getOutline()) ?? []).map(({ title }) => title),
    info: { ...(await file.getMetadata()).info },
  };
  await task.destroy();
  return read;
}
