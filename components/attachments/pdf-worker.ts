// Reads the document apart from the page: what is in it meets a process that can do nothing else.
import "pdfjs-dist/build/pdf.worker.min.mjs";
