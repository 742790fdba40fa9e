import { getDocument, type PDFDocumentProxy, PDFWorker } from "pdfjs-dist";

export type OpenPdf = { readonly document: PDFDocumentProxy; readonly close: () => void };

/** A PDF of whoever, drawn and not run: no script, no form and no link of it does anything. */
export async function openPdf(data: Uint8Array): Promise<OpenPdf> {
  const port = new Worker(new URL("./pdf-worker.ts", import.meta.url), { type: "module" });
  const worker = PDFWorker.create({ port });
  const close = () => {
    worker.destroy();
    port.terminate();
  };
  try {
    const document = await getDocument({ data, worker, enableXfa: false, stopAtErrors: false })
      .promise;
    return { document, close };
  } catch (error) {
    close();
    throw error;
  }
}
