import { expect, it } from "vitest";
import { guessedCategory } from "./guessed-category";

it.each([
  ["GPU server, 8 x H200", "server"],
  ["HGX H200, 8 accelerators", "server"],
  ["HGX server incl. 3 years support", "server"],
  ["Rack server 2U", "server"],
  ["Server rack 42U", "rack"],
  ["Serverschrank 42 HE", "rack"],
  ["Leaf switches, cables", "network"],
  ["Network switch for server rack", "network"],
  ["Memory 64 GB DDR5", "storage"],
  ["3.84 TB NVMe SSD", "storage"],
  ["Power distribution unit", "rack"],
  ["PDU 32 A", "rack"],
  ["NVIDIA H100 80GB", "accelerator"],
  ["GPU H200 SXM", "accelerator"],
  ["Support for HGX H200 servers, 36 months", "support"],
  ["Next business day", "support"],
  ["Racking and burn-in", "installation"],
  ["Server installation", "installation"],
  ["NVIDIA AI Enterprise license", "software"],
  ["Freight to Frankfurt", "service"],
  ["Fracht und Versand", "service"],
  ["Widget", null],
  ["", null],
] as const)("%j is %s", (description, category) => {
  expect(guessedCategory(description)).toBe(category);
});
