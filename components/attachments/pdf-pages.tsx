"use client";

import type { PDFDocumentProxy } from "pdfjs-dist";
import { useEffect, useRef, useState } from "react";
import { counted } from "@/lib/format";
import { type OpenPdf, openPdf } from "./open-pdf";

/** Of a longer document the rest is for a reader of its own. */
const mostPages = 200;
const sharpest = 2;

/** The pages of a PDF below each other, each drawn as it comes near. */
export function PdfPages({ data, name }: { readonly data: Uint8Array; readonly name: string }) {
  const [state, setState] = useState<"reading" | "refused" | PDFDocumentProxy>("reading");
  useEffect(() => {
    let opened: OpenPdf | null = null;
    let here = true;
    // The worker takes the bytes for itself.
    openPdf(data.slice()).then(
      (pdf) => {
        opened = pdf;
        if (here) setState(pdf.document);
        else pdf.close();
      },
      () => here && setState("refused"),
    );
    return () => {
      here = false;
      opened?.close();
    };
  }, [data]);
  if (state === "reading") return <p className="p-4 text-ink-3 text-sm">Reading the file</p>;
  if (state === "refused")
    return (
      <p className="p-4 text-ink-2 text-sm">
        This PDF cannot be shown here: it is damaged, or has a password. Download it to read it.
      </p>
    );
  const shown = Math.min(state.numPages, mostPages);
  return (
    <div className="grid gap-2 p-2">
      {Array.from({ length: shown }, (_, index) => index + 1).map((number) => (
        <PdfPage key={number} document={state} number={number} name={name} />
      ))}
      {shown < state.numPages && (
        <p className="p-2 text-ink-3 text-xs">
          {counted(state.numPages - shown, "more page")}: download the file to read them.
        </p>
      )}
    </div>
  );
}

type PageProps = {
  readonly document: PDFDocumentProxy;
  readonly number: number;
  readonly name: string;
};

function PdfPage({ document, number, name }: PageProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const element = canvas.current;
    if (!element) return;
    let cancel = () => {};
    const watcher = new IntersectionObserver(
      ([entry]) => {
        if (!entry?.isIntersecting) return;
        watcher.disconnect();
        cancel = draw(document, number, element);
      },
      { rootMargin: "600px" },
    );
    watcher.observe(element);
    return () => {
      watcher.disconnect();
      cancel();
    };
  }, [document, number]);
  return (
    <canvas
      ref={canvas}
      role="img"
      aria-label={`${name}, page ${number}`}
      className="aspect-[210/297] w-full rounded-sm bg-surface ring-1 ring-line"
    />
  );
}

/** Sharp at the width it has; answers with how to give it up. */
function draw(document: PDFDocumentProxy, number: number, canvas: HTMLCanvasElement): () => void {
  let given = false;
  let task: { cancel: () => void } | null = null;
  void document.getPage(number).then((page) => {
    if (given) return;
    const natural = page.getViewport({ scale: 1 });
    const dots = canvas.clientWidth * Math.min(devicePixelRatio, sharpest);
    const viewport = page.getViewport({ scale: dots / natural.width });
    canvas.width = Math.round(viewport.width);
    canvas.height = Math.round(viewport.height);
    canvas.style.aspectRatio = `${natural.width} / ${natural.height}`;
    const drawing = page.render({ canvas, viewport });
    task = drawing;
    drawing.promise.then(
      () => {
        canvas.dataset.drawn = "";
      },
      () => {},
    );
  });
  return () => {
    given = true;
    task?.cancel();
  };
}
