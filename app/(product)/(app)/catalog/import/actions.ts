"use server";

import { action } from "@/lib/adapters/action";
import { takePricesInput } from "@/lib/schemas/price-import";
import { takePrices } from "@/lib/services/price-imports";

export const takePricesAction = action(takePricesInput, takePrices, { revalidate: "/catalog" });
