/** Numbers, units and dates become text here and nowhere else. */
export { csvCell, csvRow, tsvCell, withoutFormula } from "./format/csv";
export {
  dateText,
  deadlineText,
  instantText,
  monthName,
  ownTimeZone,
  timeZones,
} from "./format/date";
export { exactAmount, exactPercent } from "./format/exact";
export {
  columnDecimals,
  currencySymbol,
  differenceFixed,
  money,
  moneyDifference,
  moneyFixed,
  moneyFull,
  moneyTick,
  numberFixed,
  numberFull,
  percent,
  quantity,
  quantityEnds,
  share,
  tokensFull,
  tonnes,
} from "./format/number";
export { usualFormats, withFormats } from "./format/scope";
export {
  columnFigureParts,
  columnFigureText,
  type EnergyUnit,
  energyText,
  energyUnits,
  figureParts,
  figureText,
  fileSizeText,
  gigabytesText,
  inputText,
  isPercentUnit,
  millisecondsText,
  ratioText,
  unitText,
} from "./format/unit";
export { counted, listed } from "./format/words";
