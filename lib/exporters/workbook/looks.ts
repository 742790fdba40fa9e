import type { Look } from "../xlsx/style-sheet";

const ink2 = "3F4F5A";
const ink3 = "5A6872";
const sunken = "EDF1F2";
/** What a reader may change. */
const input = { fill: "FFFBEA", border: "box", isOpen: true } as const;
const head = { isBold: true, fill: sunken, border: "below" } as const;
const total = { isBold: true, border: "above" } as const;
const money = "#,##0.00;[Red]\\-#,##0.00";
const wholeMoney = "#,##0;[Red]\\-#,##0";
const month = "mmm\\ yyyy";

/** How the cells of a plan's workbook look. */
export const looks = {
  plain: {},
  title: { isBold: true, points: 16 },
  note: { colour: ink2 },
  text: { wraps: true },
  date: { align: "left", number: "d\\ mmm\\ yyyy" },
  small: { colour: ink3, points: 9 },
  label: {},
  unit: { colour: ink3, indent: 1 },
  section: { isBold: true, colour: "0B6072", points: 12 },
  head: { ...head, wraps: true },
  headUnit: { ...head, indent: 1 },
  headRight: { ...head, align: "right", wraps: true },
  headMonth: { ...head, align: "right", number: month },
  month: { align: "right", number: month },
  amount: { number: money },
  wholeAmount: { number: wholeMoney, align: "right" },
  price: { number: "#,##0.0000", align: "right" },
  ratio: { number: "0.0000" },
  percent: { number: "0.00%" },
  whole: { number: "#,##0" },
  quantity: { number: "#,##0.00" },
  right: { align: "right" },
  rank: { number: "0", align: "center" },
  totalLabel: total,
  totalAmount: { ...total, number: wholeMoney },
  inputWhole: { ...input, number: "#,##0" },
  inputDecimal: { ...input, number: "#,##0.00####" },
  inputSmall: { ...input, number: "General" },
  inputPercent: { ...input, number: "0.00##%" },
  inputMissing: { ...input, isItalic: true, align: "right", colour: "8A5300" },
  computedInput: { border: "box", number: "General" },
} as const satisfies Readonly<Record<string, Look>>;

export type LookName = keyof typeof looks;
export const lookNames = Object.keys(looks) as LookName[];
