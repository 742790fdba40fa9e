import * as z from "zod/mini";
import { type QuoteLine, quoteCategories, type Recurrence, recurrences } from "./quote";
import { uuid } from "./uuid";

/** A quote as the import of lines shows it: without its lines. */
export type QuoteToImport = {
  readonly id: string;
  readonly supplierName: string;
  readonly number: string;
  readonly currency: string;
  readonly version: number;
  readonly revision: number;
  readonly isReceived: boolean;
  readonly isAwarded: boolean;
  readonly lineCount: number;
  readonly hasPrices: boolean;
};

/** What a column of a file may hold of a quote's lines. */
export const importFields = [
  "description",
  "partNumber",
  "category",
  "quantity",
  "unit",
  "unitPrice",
  "discount",
  "recurrence",
  "months",
  "startsOn",
  "endsOn",
  "tax",
  "currency",
  "lineTotal",
  "freight",
] as const;
export type ImportField = (typeof importFields)[number];

/** Which column, from 0, holds which field. */
const place = z.optional(z.int().check(z.gte(0), z.lte(511)));
export const columnMapping = z.strictObject({
  description: place,
  partNumber: place,
  category: place,
  quantity: place,
  unit: place,
  unitPrice: place,
  discount: place,
  recurrence: place,
  months: place,
  startsOn: place,
  endsOn: place,
  tax: place,
  currency: place,
  lineTotal: place,
  freight: place,
} satisfies Record<ImportField, typeof place>);
export type ColumnMapping = z.infer<typeof columnMapping>;

export const decimalSigns = ["point", "comma"] as const;
export type DecimalSign = (typeof decimalSigns)[number];
export const dateOrders = ["day-first", "month-first"] as const;
export type DateOrder = (typeof dateOrders)[number];
/** Whether 5 percent is written 5 or 0.05, where no percent sign says it. */
export const percentForms = ["points", "share"] as const;

const conventions = {
  decimal: z.nullable(z.enum(decimalSigns)),
  dates: z.nullable(z.enum(dateOrders)),
  percent: z.nullable(z.enum(percentForms)),
  /** Of lines whose row says none. */
  category: z.enum(quoteCategories),
  /** Whether words of a description may say it before that. Absent in what was settled before there was a guess. */
  guess: z.optional(z.boolean()),
};

const rowAt = z.int().check(z.gte(1), z.lte(1_048_576));
const mostChosen = 1000;

const isFewRows = (chosen: Readonly<Record<string, readonly number[] | undefined>>) =>
  Object.values(chosen).reduce((sum, rows = []) => sum + rows.length, 0) <= mostChosen;

/** Rows whose category a person chose, by that category: they travel with each question, so there are not many. */
export const chosenCategories = z
  .partialRecord(z.enum(quoteCategories), z.array(rowAt))
  .check(
    z.refine(
      isFewRows,
      `Categories of at most ${mostChosen} lines can be chosen here. Choose the others in the quote, or name them in the file.`,
    ),
  );
export type ChosenCategories = z.infer<typeof chosenCategories>;

/** Rows of which a person chose how often they are paid. */
export const chosenPaid = z
  .partialRecord(z.enum(recurrences), z.array(rowAt))
  .check(
    z.refine(
      isFewRows,
      `How often it is paid can be chosen here of at most ${mostChosen} lines. Say it in a column of the file.`,
    ),
  );
export type ChosenPaid = z.infer<typeof chosenPaid>;

/** What a person has said about a file; null is left to the reader. */
export const importSettings = z.strictObject({
  sheet: z.nullable(z.int().check(z.gte(0), z.lte(254))),
  /** The last row of the header as a spreadsheet counts; 0 for none. */
  headerRow: z.nullable(z.int().check(z.gte(0), z.lte(1_048_576))),
  mapping: z.nullable(columnMapping),
  ...conventions,
  chosen: z.optional(chosenCategories),
  chosenPaid: z.optional(chosenPaid),
});
export type ImportSettings = z.infer<typeof importSettings>;

export const nothingSet: ImportSettings = {
  sheet: null,
  headerRow: null,
  mapping: null,
  decimal: null,
  dates: null,
  percent: null,
  category: "other",
  guess: true,
};

/** What was settled for a supplier's headers, to be proposed the next time they come. */
export const rememberedMapping = z.strictObject({ mapping: columnMapping, ...conventions });
export type RememberedMapping = z.infer<typeof rememberedMapping>;

export const importModes = ["add", "replace"] as const;
export type ImportMode = (typeof importModes)[number];

/** A file as it came in. */
export type FileReceived = { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> };

export const previewLinesInput = z.strictObject({ quoteId: uuid, settings: importSettings });
export type PreviewLines = z.infer<typeof previewLinesInput>;

export const requestLinesImportInput = z.strictObject({
  /** The client's, so that a press sent twice makes one job. */
  id: uuid,
  quoteId: uuid,
  expectedVersion: z.int().check(z.gte(1), z.lte(2_000_000_000)),
  mode: z.enum(importModes),
  settings: importSettings,
  /** The row of the file's own total that becomes the supplier's total; null leaves it as it is. */
  totalRow: z.optional(z.nullable(rowAt)),
});
export type RequestLinesImport = z.infer<typeof requestLinesImportInput>;

/** What the job keeps of it, beside the file. */
export const linesImportOrder = z.omit(requestLinesImportInput, { id: true });
export type LinesImportOrder = z.infer<typeof linesImportOrder>;

/** A row that cannot be a line, and what would make it one. */
export type RefusedRow = {
  readonly row: number;
  /** "E Unit price". */
  readonly column: string;
  readonly value: string;
  readonly mend: string;
};

export type TemplateNamed = { readonly rfqId: string; readonly supplierId: string };

/** A row that is meant to be none. */
export type LeftOutRow = {
  readonly row: number;
  readonly reason: "total" | "heading" | "repeated-header";
  readonly text: string;
};

/** A total that the file states below its lines. */
export type StatedTotal = {
  readonly row: number;
  readonly text: string;
  readonly amount: string;
  readonly hasTax: boolean;
};

/** Where a line has its category from: "words" is a guess by its description, "none" that nothing says it. */
export type CategoryFrom = "file" | "heading" | "words" | "chosen" | "none";

/**
 * What says how often a line is paid: "words" is a guess by its unit or description, "none" that nothing says it, so
 * that it is once, and "unclear" that it has months besides, which a line that is paid once has not.
 */
export type RecurrenceFrom = "file" | "words" | "chosen" | "none" | "unclear";

export type FileColumn = {
  readonly index: number;
  /** "A". */
  readonly letters: string;
  readonly name: string;
  readonly samples: readonly string[];
};

/** How the file writes something, and whether it proves it. */
type Convention<Value extends string> = { readonly value: Value; readonly isCertain: boolean };

/** What a file says under a mapping, without its lines. */
export type LinesReading = {
  readonly format: "csv" | "xlsx";
  readonly sheetNames: readonly string[];
  readonly sheet: number;
  /** Rows of the header as a spreadsheet counts; null for none. */
  readonly header: { readonly first: number; readonly last: number } | null;
  readonly columns: readonly FileColumn[];
  readonly headerKey: string;
  /** What the file says it answers, where it is an RFQ's own template; its rows are then read for nothing. */
  readonly template: TemplateNamed | null;
  readonly mapping: ColumnMapping;
  readonly mappingFrom: "proposed" | "remembered" | "chosen";
  readonly decimal: Convention<DecimalSign>;
  /** Null where no column holds dates. */
  readonly dates: Convention<DateOrder> | null;
  /** Null where no column holds percentages without their sign. */
  readonly percent: Convention<(typeof percentForms)[number]> | null;
  readonly category: (typeof quoteCategories)[number];
  readonly guess: boolean;
  readonly chosen: ChosenCategories;
  readonly chosenPaid: ChosenPaid;
  /** How many lines have their category by a guess, for each. */
  readonly guessed: Partial<Record<(typeof quoteCategories)[number], number>>;
  /** How many lines nothing says a category of. */
  readonly uncategorizedCount: number;
  /** How many lines are taken as monthly or yearly by a guess. */
  readonly guessedPaid: Partial<Record<Recurrence, number>>;
  /** The first rows with months of which nothing says how often they are paid: none comes in before a person does. */
  readonly unsaidPaid: readonly number[];
  readonly unsaidPaidCount: number;
  /** In the order of their rows. */
  readonly totals: readonly StatedTotal[];
  readonly lineCount: number;
  /** The first of them. */
  readonly refused: readonly RefusedRow[];
  readonly refusedCount: number;
  readonly leftOut: readonly LeftOutRow[];
  readonly leftOutCount: number;
  /** Lines with a value that a formula had computed. */
  readonly computedCount: number;
  /** Categories of the file that no category of ours is meant by. */
  readonly unknownCategories: readonly string[];
};

/** Where the file's own line total is another one than the line's figures give. */
export type TotalDifference = {
  readonly row: number;
  readonly description: string;
  readonly stated: string;
  readonly computed: string;
};

export type SampleLine = {
  readonly row: number;
  readonly line: QuoteLine;
  readonly categoryFrom: CategoryFrom;
  readonly recurrenceFrom: RecurrenceFrom;
};

export type LinesPreview = LinesReading & {
  readonly currency: string;
  /** What the lines without a lack add up to, exact. */
  readonly linesNet: string;
  readonly unpricedCount: number;
  /** The sum of the freight column; null where there is none. */
  readonly freight: string | null;
  /** The RFQ of this organization that the file is a template of. */
  readonly answersRfq: {
    readonly rfqId: string;
    readonly title: string;
    readonly supplierName: string | null;
  } | null;
  readonly sample: readonly SampleLine[];
  /** The file's own total, with what it is more or less than its lines and freight: null while one has no amount. */
  readonly statedTotal: (StatedTotal & { readonly difference: string | null }) | null;
  readonly differences: readonly TotalDifference[];
  readonly differenceCount: number;
  /** When this very file was last imported into this quote, ISO 8601; null for never. */
  readonly importedBefore: string | null;
};

export const undoLinesImportInput = z.strictObject({ quoteId: uuid, importId: uuid });

/** The import that was the last change of a quote. */
export type LastLinesImport = {
  readonly id: string;
  readonly fileName: string;
  readonly lineCount: number;
  /** ISO 8601, UTC. */
  readonly importedAt: string;
  readonly importedBy: string | null;
};
