"use server";

import { action } from "@/lib/adapters/action";
import { saveHouseStyleInput } from "@/lib/schemas/house-style";
import { saveHouseStyle } from "@/lib/services/house-style";

export const saveHouseStyleAction = action(saveHouseStyleInput, saveHouseStyle, {
  revalidate: "/",
});
