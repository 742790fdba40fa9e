/** Width of a text in a size and a weight. */
export type Measure = (text: string, size: number, weight: number) => number;

export type Area = {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
};

/** Where values lie on a canvas or on paper. */
export type PlotPlaces = {
  readonly area: Area;
  x(value: number): number;
  y(value: number): number;
};
