/** US dollars for a million tokens. */
export type TokenPrices = {
  readonly input: number;
  readonly output: number;
  readonly cachedInput?: number | undefined;
};

/** The dearest models ever listed asked 150 and 600; a row above these has slipped its decimal point. */
const dearest = { input: 200, output: 700 };
/** The cheapest text models ask 0.01 or so. */
const cheapest = 0.003;
/** Output costs up to some 18 times the input where the row is right. */
const widestRatio = 20;

/** Why a pair of token prices is not to be used unasked; nothing where it may. */
export function tokenDoubts({ input, output, cachedInput }: TokenPrices): readonly string[] {
  const doubts: string[] = [];
  if (input === 0 && output === 0)
    return [
      "It costs nothing: that is a price not known or a model one runs oneself, not a free one.",
    ];
  if (input > dearest.input || output > dearest.output)
    doubts.push(
      `It is dearer than any model listed (${dearest.input} for input, ${dearest.output} for output): likely a price per thousand or per million tokens read as one per token.`,
    );
  if (input === 0) doubts.push("Its input costs nothing, its output does not.");
  if (output === 0)
    doubts.push("Its output costs nothing, its input does not, as with an embedding or a router.");
  else if (output < input)
    doubts.push("Its output is cheaper than its input: the two may be swapped.");
  if (input > 0 && output / input > widestRatio)
    doubts.push(`Its output costs more than ${widestRatio} times its input.`);
  if ([input, output].some((price) => price > 0 && price < cheapest))
    doubts.push(
      "It is cheaper than any text model: likely a price per image or a wrong decimal point.",
    );
  if (cachedInput !== undefined && cachedInput > input)
    doubts.push("Its cached input is dearer than its input.");
  return doubts;
}
