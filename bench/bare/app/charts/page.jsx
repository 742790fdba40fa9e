"use client";

import { Chart, registerables } from "chart.js";
import { useEffect, useRef } from "react";

Chart.register(...registerables);

const months = Array.from({ length: 60 }, (_, month) => month);
const lines = (rate) =>
  [1, 2, 3, 4].map((nth) => ({ data: months.map((month) => nth * month * rate), pointRadius: 0 }));

/** What any page with a slider and this many Chart.js charts must spend: three line charts of four lines. */
export default function Page() {
  const canvases = useRef([]);
  const charts = useRef([]);
  useEffect(() => {
    charts.current = canvases.current.map(
      (canvas) =>
        new Chart(canvas, {
          type: "line",
          data: { labels: months, datasets: lines(1) },
          options: { animation: false, plugins: { legend: { display: false } } },
        }),
    );
    return () => {
      for (const chart of charts.current) chart.destroy();
    };
  }, []);
  const redraw = (event) => {
    for (const chart of charts.current) {
      chart.data.datasets = lines(Number(event.target.value));
      chart.update("none");
    }
  };
  return (
    <main>
      <input
        type="range"
        min="1"
        max="1000"
        defaultValue="500"
        aria-label="Rate"
        onInput={redraw}
      />
      {[0, 1, 2].map((nth) => (
        <div key={nth} style={{ width: 900, height: 260 }}>
          <canvas
            ref={(canvas) => {
              canvases.current[nth] = canvas;
            }}
          />
        </div>
      ))}
    </main>
  );
}
