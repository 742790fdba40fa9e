import { zipSync } from "fflate";
import { good, type HostileFile, sheet, value, withPart } from "./hostile-file";
import { packedZeros, rawZip, types } from "./raw-zip";
import { workbookFile } from "./workbook-file";

export const bombs: readonly HostileFile[] = [
  {
    name: "a part of a gigabyte of zeros, said so",
    make: () =>
      rawZip([types, { name: "xl/workbook.xml", data: packedZeros(4), unpacked: 1024 ** 3 }]),
    expected: { refusal: /unpacks to far more/ },
  },
  {
    name: "a part that unpacks to more than it says",
    make: () =>
      rawZip([types, { name: "xl/workbook.xml", data: packedZeros(64), unpacked: 900_000 }]),
    expected: { refusal: /damaged/ },
  },
  {
    name: "a thousandfold ratio",
    make: () =>
      rawZip([
        types,
        { name: "xl/workbook.xml", data: packedZeros(64), unpacked: 64 * 1024 * 1024 },
      ]),
    expected: { refusal: /unpacks to far more/ },
  },
  {
    name: "many parts that together are too much",
    make: () =>
      rawZip([
        types,
        ...Array.from({ length: 40 }, (_, at) => ({
          name: `xl/media/${at}`,
          data: new Uint8Array(100_000),
          unpacked: 9_000_000,
        })),
      ]),
    expected: { refusal: /unpacks to far more/ },
  },
  {
    name: "parts that lie over each other",
    make: () =>
      rawZip([
        types,
        { name: "a", data: packedZeros(1), unpacked: 900_000 },
        { name: "b", data: packedZeros(1), unpacked: 900_000, offset: 27 + types.data.length + 22 },
      ]),
    expected: { refusal: /.+/ },
  },
  {
    name: "two directory entries for the same bytes",
    make: () =>
      rawZip([
        { name: "a", data: packedZeros(1), unpacked: 900_000 },
        { name: "b", localName: "a", data: packedZeros(1), unpacked: 900_000, offset: 0 },
      ]),
    expected: { refusal: /names a part in two ways/ },
  },
  {
    name: "five thousand parts",
    make: () =>
      rawZip(
        Array.from({ length: 5000 }, (_, at) => ({
          name: `p${at}`,
          data: new Uint8Array(0),
          unpacked: 0,
          method: 0,
        })),
      ),
    expected: { refusal: /unpacks to far more/ },
  },
  {
    name: "a directory that claims sixty thousand",
    make: () => rawZip([types], 60_000),
    expected: { refusal: /unpacks to far more|damaged/ },
  },
  {
    name: "a ZIP64 lie",
    make: () => rawZip([types], 0xffff),
    expected: { refusal: /kind for very large files/ },
  },
  {
    name: "a cell of forty megabytes",
    make: () =>
      sheet(value(`<c r="B2" t="inlineStr"><is><t>${"9".repeat(40 * 1024 * 1024)}</t></is></c>`)),
    expected: { refusal: /unpacks to far more|more than 32767 characters/ },
  },
  {
    name: "a cell of fifty thousand characters",
    make: () => sheet(value(`<c r="B2" t="inlineStr"><is><t>${"x".repeat(50_000)}</t></is></c>`)),
    expected: { refusal: /Cell B2 holds more than 32767 characters/ },
  },
  {
    name: "two thousand sheets",
    make: () =>
      workbookFile({
        sheets: Array.from({ length: 1900 }, (_, at) => [`S${at}`, "<worksheet/>"] as const),
      }),
    expected: { refusal: /more than 255 sheets/ },
  },
  {
    name: "a ZIP in a ZIP",
    make: () => zipSync({ "inner.xlsx": zipSync({ "inner.xlsx": good() }) }),
    expected: { refusal: /This ZIP is no workbook/ },
  },
  {
    name: "a bomb inside a workbook that nobody opens",
    make: () => withPart("xl/embeddings/inner.zip"),
    expected: { lines: 1 },
  },
];
