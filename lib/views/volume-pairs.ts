import { optionName } from "./names";
import { completeOptions, type Results } from "./results";

export type NamedPair = {
  readonly id: string;
  readonly a: string;
  readonly b: string;
  readonly label: string;
};

const commitment = { "on-premises": 0, edge: 1, portfolio: 2, cloud: 3, api: 4 } as const;

/** Every two complete options: first those with a price by the token, where volume decides most. */
export function volumePairs({ plan, projection }: Results): readonly NamedPair[] {
  const options = [...completeOptions(projection)].sort(
    (a, b) => commitment[a.kind] - commitment[b.kind],
  );
  const pairs = options.flatMap(({ optionId: a }, index) =>
    options.slice(index + 1).map(({ optionId: b, kind }) => ({
      id: `${a}.${b}`,
      a,
      b,
      label: `${optionName(plan, a)} against ${optionName(plan, b)}`,
      steps: kind === "api" ? 0 : 1,
    })),
  );
  return pairs.sort((first, second) => first.steps - second.steps);
}

/** The first month of each year of the plan. */
export function volumeMonths({ projection }: Results) {
  return Array.from({ length: Math.ceil(projection.months / 12) }, (_, year) => ({
    value: String(year * 12 + 1),
    label: `Month ${year * 12 + 1}`,
  }));
}
