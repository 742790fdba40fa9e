import { notFound } from "next/navigation";

/** Whatever address nothing answers. */
export default function MissingPage() {
  notFound();
}
