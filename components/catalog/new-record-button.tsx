"use client";

import { Plus } from "lucide-react";
import { Button } from "@/components/ui/button";
import { newRecordId } from "@/lib/views/catalog-words";
import { useCatalogAddress } from "./use-catalog-address";

/** Opens the sheet of an entry that is not there yet. */
export function NewRecordButton() {
  const [, ask] = useCatalogAddress();
  return (
    <Button
      variant="primary"
      icon={<Plus aria-hidden size={14} />}
      onClick={() => void ask({ entry: newRecordId })}
    >
      New entry
    </Button>
  );
}
