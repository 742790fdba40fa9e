import { SharedNotice } from "@/components/shared/shared-frame";
import { endedLinkText } from "@/lib/views/proposal/share-words";

/** The very same for a link that never was, was revoked, has expired, or is somebody else's. */
export default function SharedNotFound() {
  return (
    <SharedNotice title={endedLinkText.title}>
      <p className="text-ink-2">{endedLinkText.advice}</p>
    </SharedNotice>
  );
}
