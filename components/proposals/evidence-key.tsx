import { EvidenceMark } from "@/components/ui/evidence-mark";
import { evidenceClasses } from "@/lib/schemas/figure";

/** What the marks beside figures mean. */
export function EvidenceKey() {
  return (
    <ul aria-label="Evidence" className="flex flex-wrap gap-x-3 gap-y-1">
      {evidenceClasses.map((evidence) => (
        <li key={evidence} className="inline-flex items-center gap-1">
          <EvidenceMark evidence={evidence} decorative />
          {evidence}
        </li>
      ))}
    </ul>
  );
}
