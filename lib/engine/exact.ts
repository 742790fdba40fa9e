/** An exact decimal: `units` over ten to the power of `scale`. What someone signs is no binary fraction. */
export type Exact = { readonly units: bigint; readonly scale: number };

export const zero: Exact = { units: 0n, scale: 0 };
const tenTo = (power: number) => 10n ** BigInt(power);

/** Of a text such as "-12.5", as the schemas let it through. */
export function exactOf(text: string): Exact {
  const [whole = "0", fraction = ""] = text.split(".");
  return { units: BigInt(`${whole}${fraction}`), scale: fraction.length };
}

const atScale = ({ units, scale }: Exact, wanted: number) => units * tenTo(wanted - scale);

export function plus(a: Exact, b: Exact): Exact {
  const scale = Math.max(a.scale, b.scale);
  return { units: atScale(a, scale) + atScale(b, scale), scale };
}

export const minus = (a: Exact, b: Exact): Exact => plus(a, { units: -b.units, scale: b.scale });

export const times = (a: Exact, b: Exact): Exact => ({
  units: a.units * b.units,
  scale: a.scale + b.scale,
});

/** Over a whole number, rounded half away from zero to so many decimals, as invoices are. */
export function rounded({ units, scale }: Exact, decimals: number, divisor = 1): Exact {
  const under = tenTo(Math.max(0, scale - decimals)) * BigInt(divisor);
  const over = (units < 0n ? -units : units) * tenTo(Math.max(0, decimals - scale));
  const whole = (2n * over + under) / (2n * under);
  return { units: units < 0n ? -whole : whole, scale: decimals };
}

/** With all its decimals: "1330400.00". */
export function exactText({ units, scale }: Exact): string {
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, "0");
  const whole = digits.slice(0, digits.length - scale);
  const text = scale === 0 ? whole : `${whole}.${digits.slice(-scale)}`;
  return units < 0n ? `-${text}` : text;
}
