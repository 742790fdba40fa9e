"use client";

import dynamic from "next/dynamic";
import type { ChartCanvasProps } from "./chart-canvas";

const ChartCanvas = dynamic(() => import("./chart-canvas").then((module) => module.ChartCanvas), {
  ssr: false,
});

/** Any ChartView, at its true height from the start; the drawing code comes when it is shown. */
export function Chart(props: ChartCanvasProps) {
  return (
    <div style={{ height: props.height }}>
      <ChartCanvas {...props} />
    </div>
  );
}
