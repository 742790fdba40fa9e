import { type Lever, type LeverKind, leverKinds } from "@/lib/schemas/lever";
import { unpriced } from "../provenance";

/** A lever before it has an id. */
type Unnamed<Row> = Row extends unknown ? Omit<Row, "id"> : never;
export type NewLever = Unnamed<Lever>;

/** Of the first kind that is not there yet. */
export function blankLever(levers: readonly Lever[]): NewLever {
  const kind = leverKinds.find((one) => !levers.some((lever) => lever.kind === one));
  return blankOf(kind ?? "serving-software");
}

/** The same lever as one of another kind: what both have stays, what only the new one has is empty. */
export function ofKind(lever: Lever, kind: LeverKind): Lever {
  const { id, isOn, startMonth } = lever;
  const next = blankOf(kind);
  const shared = {
    id,
    isOn,
    ...(startMonth && { startMonth }),
    ...("speedRatio" in lever && "speedRatio" in next && { speedRatio: lever.speedRatio }),
    ...("speedRatio" in next && { reach: lever.reach }),
    ...("requestsFraction" in lever &&
      "requestsFraction" in next && { requestsFraction: lever.requestsFraction }),
  };
  return { ...next, ...shared } as Lever;
}

function blankOf(kind: LeverKind): NewLever {
  const onTop = { reach: "added", isOn: true } as const;
  switch (kind) {
    case "model-routing":
      return { kind, requestsFraction: unpriced, smallModelSpeedRatio: unpriced, ...onTop };
    case "edge-offload":
      return { kind, requestsFraction: unpriced, devicesCost: unpriced, ...onTop };
    default:
      return { kind, speedRatio: unpriced, ...onTop };
  }
}
