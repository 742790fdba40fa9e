import { type HostileFile, heads, text } from "./hostile-file";

const csv = (...rows: readonly string[]) => text(`${heads.join(",")}\n${rows.join("\n")}\n`);

export const hostileTexts: readonly HostileFile[] = [
  {
    name: "headers of the prototype",
    make: () => text("__proto__,constructor,toString,Description,Unit price\nx,y,z,Server,10\n"),
    expected: { lines: 1 },
  },
  {
    name: "values of the prototype",
    make: () => csv("__proto__,1,10", "constructor,1,10"),
    expected: { lines: 2 },
  },
  {
    name: "UTF-16 with its mark",
    make: () => Buffer.from("\ufeffDescription\tUnit price\nServer\t10\n", "utf16le"),
    expected: { lines: 1 },
  },
  {
    name: "UTF-16 the other way round",
    make: () => Buffer.from("\ufeffDescription\tUnit price\nServer\t10\n", "utf16le").swap16(),
    expected: { lines: 1 },
  },
  {
    name: "UTF-16 without its mark",
    make: () => Buffer.from("Description\tUnit price\nServer\t10\n", "utf16le"),
    expected: { lines: 1 },
  },
  {
    name: "UTF-8 with its mark",
    make: () => text("\ufeffDescription,Unit price\nServer,10\n"),
    expected: { lines: 1 },
  },
  {
    name: "Windows letters",
    make: () =>
      Buffer.from("Bezeichnung;St\u00fcckpreis\nK\u00fchlger\u00e4t;1.234,50\n", "latin1"),
    expected: { lines: 1 },
  },
  {
    name: "a zero byte",
    make: () => csv("Server\0,1,10"),
    expected: { refusal: /no text and no workbook/ },
  },
  {
    name: "a line of ten megabytes",
    make: () => csv(`${"x".repeat(10 * 1024 * 1024)},1,10`),
    expected: { refusal: /more than 32767 characters/ },
  },
  {
    name: "a quotation mark that never closes",
    make: () => csv('"Server,1,10', "Switch,1,10"),
    expected: { refusal: /never closes/ },
  },
  {
    name: "a megabyte of quotation marks",
    make: () => csv('"'.repeat(1024 * 1024)),
    expected: { refusal: /never closes|more than 32767/ },
  },
  {
    name: "quotation marks in the middle, many times",
    make: () => csv(...Array.from({ length: 20_000 }, () => '"a"b"c,1,10')),
    expected: { lines: 20_000 },
  },
  {
    name: "formulas as text",
    make: () => csv('=HYPERLINK("http://x"),1,10', "+1+1,1,10", "@SUM(A1),1,10"),
    expected: { lines: 3 },
  },
  {
    name: "numbers written in two ways",
    make: () => csv('Server,1,"1,234.50"', 'Switch,1,"1.234,50"'),
    expected: { lines: 1, refused: 1 },
  },
  {
    name: "NaN and Infinity as text",
    make: () => csv("A,1,NaN", "B,1,Infinity", "C,1,1e308", "D,0x10,10", "E,1,--5"),
    expected: { lines: 0, refused: 5 },
  },
  {
    name: "half a letter",
    make: () => text("Description,Unit price\nServer \\ud800,10\n"),
    expected: { lines: 1 },
  },
  {
    name: "nothing but line breaks",
    make: () => text("\r\n".repeat(100_000)),
    expected: { lines: 0 },
  },
  {
    name: "another currency",
    make: () => csv("Server,1,EUR 10.00", "Switch,1,\u20ac 5.00"),
    expected: { lines: 0, refused: 2 },
  },
];
