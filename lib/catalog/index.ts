import accelerators from "@/prisma/catalog/accelerators.json";
import apiPrices from "@/prisma/catalog/api-prices.json";
import cloudRentals from "@/prisma/catalog/cloud-rentals.json";
import edgeDevices from "@/prisma/catalog/edge-devices.json";
import models from "@/prisma/catalog/models.json";
import powerAndSpace from "@/prisma/catalog/power-and-space.json";
import serverPrices from "@/prisma/catalog/server-prices.json";
import throughput from "@/prisma/catalog/throughput.json";
import trends from "@/prisma/catalog/trends.json";
import { entriesOf } from "./entries";
import { type CatalogRecord, catalogFile } from "./schema";

/** The starter catalog. Import it on the server and pass on what a form needs: it is large. */
export const catalogRecords: readonly CatalogRecord[] = [
  accelerators,
  models,
  cloudRentals,
  apiPrices,
  serverPrices,
  edgeDevices,
  throughput,
  powerAndSpace,
  trends,
].flatMap((file) => catalogFile.parse(file));

/** One figure each, for forms. */
export const catalog = catalogRecords.flatMap(entriesOf);
