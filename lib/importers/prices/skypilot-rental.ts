import { findAcceleratorName } from "./accelerator-names";
import { type Amount, withoutNoise } from "./amounts";
import type { RowReading } from "./price-import";
import { providerName } from "./provider-names";
import { rentalDoubts } from "./rental-doubts";
import { stableId } from "./stable-id";

/** Whose machines the file lists: it does not say so itself. */
export type SkypilotPlace = { readonly provider: string | null; readonly observedOn: string };

/** A line of the file whose numbers are numbers. */
export type RentalLine = {
  readonly instance: string;
  readonly spelled: string;
  readonly key: string;
  readonly row: number;
  readonly price: Amount;
  readonly count: number;
  readonly spot: Amount | null;
  readonly value: (name: string) => string;
  readonly place: SkypilotPlace;
};

/** The rental of one accelerator, of a price for a whole instance. */
export function rentalOf({
  instance,
  spelled,
  key,
  row,
  price,
  count,
  spot,
  value,
  place,
}: RentalLine): RowReading {
  const known = findAcceleratorName(spelled, instance);
  const accelerators = count * (known?.each ?? 1);
  const perAccelerator = (amount: Amount) => withoutNoise(amount.value / accelerators);
  const rate = perAccelerator(price);
  const cheaper = spot !== null && spot.value !== price.value ? perAccelerator(spot) : null;
  const provider = place.provider === null ? null : providerName(place.provider);
  const region = value("Region").slice(0, 120);
  return {
    price: {
      id: stableId("skypilot", place.provider ?? "", key),
      key,
      row,
      kind: "cloud-rental",
      label: [instance, provider, region].filter(Boolean).join(", ").slice(0, 120),
      subject: {
        accelerator: known?.name ?? spelled.slice(0, 120),
        ...(provider ? { provider } : {}),
        ...(region ? { region } : {}),
        currency: "USD",
      },
      currency: "USD",
      evidence: "list",
      source: `SkyPilot catalog, ${key}`.slice(0, 300),
      url: "https://github.com/skypilot-org/skypilot-catalog",
      date: place.observedOn,
      note: noteOf(price, accelerators, spot, cheaper),
      figures: {
        rate: { unit: "moneyPerAcceleratorHour", value: rate },
        ...(cheaper === null
          ? {}
          : { spotRate: { unit: "moneyPerAcceleratorHour", value: cheaper } }),
        acceleratorsPerInstance: { unit: "count", value: accelerators },
      },
    },
    doubts: rentalDoubts({
      rate,
      spotRate: cheaper,
      count,
      spelled,
      isKnown: known !== null,
      info: value("GpuInfo"),
    }),
  };
}

function noteOf(
  price: Amount,
  accelerators: number,
  spot: Amount | null,
  cheaper: number | null,
): string {
  const whole = `${price.text} an hour for ${accelerators === 1 ? "one accelerator" : `${accelerators} accelerators`}.`;
  return spot !== null && cheaper === null ? `${whole} No discount on spot here.` : whole;
}
