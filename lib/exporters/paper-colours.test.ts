import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { paperColours } from "./paper-colours";

it("prints in the light colours of the screen", () => {
  const css = readFileSync(join(process.cwd(), "app/look.css"), "utf8");
  const light = css.slice(css.indexOf(":root {"), css.indexOf("\n}", css.indexOf(":root {")));
  for (const [name, colour] of Object.entries(paperColours))
    expect(light.toUpperCase(), name).toContain(`--LL-${name.toUpperCase()}: ${colour};`);
});
