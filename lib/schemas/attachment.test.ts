import fc from "fast-check";
import { expect, it } from "vitest";
import { attachmentTypeOf, safeFileName, xlsxMediaType } from "./attachment";

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

it("knows a file by its own bytes", () => {
  expect(attachmentTypeOf(bytes("%PDF-1.7\n"))).toBe("application/pdf");
  expect(attachmentTypeOf(bytes("\u0089PNG\r\n\u001a\nIHDR"))).toBe("image/png");
  expect(attachmentTypeOf(bytes("\u00ff\u00d8\u00ff\u00e0"))).toBe("image/jpeg");
  expect(attachmentTypeOf(bytes("RIFF1234WEBPVP8 "))).toBe("image/webp");
  expect(attachmentTypeOf(bytes("PK\u0003\u0004 [Content_Types].xml ... xl/workbook.xml"))).toBe(
    xlsxMediaType,
  );
  expect(attachmentTypeOf(bytes("Received: by mx\r\nFrom: a@b.example\r\n\r\nHello"))).toBe(
    "message/rfc822",
  );
});

it("takes nothing else, whatever it is called", () => {
  for (const text of [
    "",
    "<html><script>alert(1)</script>",
    "<svg xmlns='http://www.w3.org/2000/svg'>",
    "MZ\u0090",
    "PK\u0003\u0004 word/document.xml",
    "#!/bin/sh",
    "GIF89a",
    "From here on: nothing",
    "From: a\0b",
    " %PDF-1.7",
  ])
    expect(attachmentTypeOf(bytes(text)), text).toBeNull();
});

it("makes names safe, and ends them as what they are", () => {
  const pdf = (name: string) => safeFileName(name, "application/pdf");
  expect(pdf("Quote Q-2291.PDF")).toBe("Quote Q-2291.pdf");
  expect(pdf("../../etc/passwd")).toBe("passwd.pdf");
  expect(pdf("C:\\quotes\\Angebot Müller.pdf")).toBe("Angebot Müller.pdf");
  expect(pdf("invoice.pdf.exe")).toBe("invoice.pdf.exe.pdf");
  expect(pdf('a"; filename="b.html')).toBe("a filename= b.html.pdf");
  expect(pdf("photo\u202efdp.exe")).toBe("photo fdp.exe.pdf");
  expect(pdf("")).toBe("file.pdf");
  expect(pdf("con.pdf")).toBe("file con.pdf");
  expect(safeFileName("scan.jpeg", "image/jpeg")).toBe("scan.jpeg");
});

it("makes every name safe", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (name) => {
      const safe = safeFileName(name, "application/pdf");
      expect(safe).toMatch(/^[^\p{Cc}"\\/:*?<>|;]+\.pdf$/u);
      expect(safe.startsWith(".")).toBe(false);
      expect(safeFileName(safe, "application/pdf")).toBe(safe);
    }),
  );
});
