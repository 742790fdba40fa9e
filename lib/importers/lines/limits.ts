/** What a file of quote lines may hold; beyond it the file is refused before it costs anything. */
export const most = {
  /** Of parts in a workbook's ZIP: a workbook of a hundred sheets has some three hundred. */
  parts: 2000,
  partBytes: 128 * 1024 * 1024,
  unpackedBytes: 256 * 1024 * 1024,
  /** Unpacked over packed, for parts above a megabyte: cells that repeat come to some sixty. */
  ratio: 200,
  sheets: 255,
  columns: 512,
  rows: 100_000,
  /** As in a spreadsheet. */
  cellCharacters: 32_767,
  merges: 20_000,
  mergedCells: 500_000,
} as const;
